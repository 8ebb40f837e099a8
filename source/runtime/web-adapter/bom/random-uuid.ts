/** The part of `crypto` that a UUID needs. */
export interface RandomSource {
    getRandomValues(bytes: Uint8Array): Uint8Array;
}

/**
 * `crypto.randomUUID` for a host whose `crypto` lacks it, as every browser's does outside secure pages. A host without
 * any random source gets none: what looks random and can be guessed is worse than nothing.
 */
export function createRandomUUID(source: () => RandomSource): () => string {
    return () => {
        const bytes = source().getRandomValues(new Uint8Array(16));
        bytes[6] = (bytes[6] as number) & 15 | 64;
        bytes[8] = (bytes[8] as number) & 63 | 128;
        const hex = Array.from(bytes, (byte) => (byte + 256).toString(16).slice(1)).join('');
        return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
    };
}
