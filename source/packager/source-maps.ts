/** Source maps of scripts; an asset that happens to end in `.map` is none. */
export function isSourceMap(path: string): boolean {
    return /\.[cm]?js\.map$/.test(path);
}
