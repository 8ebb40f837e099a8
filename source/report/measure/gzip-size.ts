import { gzip, gzipSync } from 'node:zlib';

const smallestWindowBits = 9;
const largestWindowBits = 15;
/** A block of deflate holds 2^(memLevel + 6) symbols (zlib's lit_bufsize): enough for all of a file in one. */
const symbolBits = 6;
const smallestMemLevel = 4;
const usualMemLevel = 8;
const leastChunkBytes = 1024;
/** A match reaches back this much less than the window is long (zlib's MIN_LOOKAHEAD). */
const windowReserve = 262;

/** What a compressed file weighs, and a checksum of its content. */
export interface Compressed {
    readonly gzipBytes: number;
    /** CRC-32 of the content, as gzip writes it into its last eight bytes. */
    readonly checksum: number;
}

/** Files up to this size are compressed at once; handing them to another thread costs more than compressing them. */
export const smallFileBytes = 64 * 1024;

/**
 * The size at gzip's usual level 6. Window and tables are just as long as the file needs: zlib then sets up four times
 * faster for the thousands of small JSON files of a build, and finds the same matches but for a byte or two.
 */
export function compressSmall(content: Buffer): Compressed {
    const bits = Math.ceil(Math.log2(content.length + windowReserve));
    return describe(gzipSync(content, {
        level: 6,
        windowBits: clamp(bits, smallestWindowBits, largestWindowBits),
        memLevel: clamp(bits - symbolBits, smallestMemLevel, usualMemLevel),
        chunkSize: Math.max(leastChunkBytes, content.length),
    }));
}

function clamp(value: number, least: number, most: number): number {
    return Math.min(most, Math.max(least, value));
}

/** The same in one of libuv's threads. */
export function compressLarge(content: Buffer): Promise<Compressed> {
    return new Promise((resolve, reject) => {
        gzip(content, { level: 6 }, (error, result) => (error ? reject(error) : resolve(describe(result))));
    });
}

function describe(compressed: Buffer): Compressed {
    return { gzipBytes: compressed.length, checksum: compressed.readUInt32LE(compressed.length - 8) };
}
