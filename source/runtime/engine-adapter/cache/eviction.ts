/** What deciding about a file's eviction takes. */
export interface Candidate {
    readonly bytes: number;
}

/**
 * Chooses the files to evict: from the front of `files` (the longest unused first) those that `mayGo`, until they make
 * up `wanted` bytes; all of them when they reach only `needed`; none when not even that, since nothing would be won.
 */
export function chooseVictims<File extends Candidate>(files: Iterable<File>, mayGo: (file: File) => boolean, needed: number, wanted: number): File[] {
    const victims: File[] = [];
    let bytes = 0;
    for (const file of files) {
        if (bytes >= wanted) break;
        if (!mayGo(file)) continue;
        victims.push(file);
        bytes += file.bytes;
    }
    return bytes < needed ? [] : victims;
}
