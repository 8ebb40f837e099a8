const literalRequire = /\brequire\(\s*(?:"([^"\\\n]+)"|'([^'\\\n]+)'|`([^`\\$\n]+)`)\s*\)/g;
const comment = /\/\*[\s\S]*?\*\/|(^|\s)\/\/[^\n]*/g;

/** The paths and names that a CommonJS script requires by a written text, each once; computed ones are not known. */
export function listRequiredPaths(script: string): string[] {
    return [...new Set([...script.replace(comment, '$1').matchAll(literalRequire)].map((match) => match[1] ?? match[2] ?? match[3] ?? ''))];
}
