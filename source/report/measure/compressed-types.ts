const compressed = /\.(png|jpe?g|webp|gif|mp3|m4a|ogg|aac|mp4|zip|gz|br|woff2?)$/i;

/**
 * Whether a file's type is compressed already. Servers and archives leave such files as they are (a second
 * compression gains next to nothing and costs most of the time), so the report counts them as they are, too.
 */
export function isCompressedType(path: string): boolean {
    return compressed.test(path);
}
