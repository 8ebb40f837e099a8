import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { unpackedBytes } from '../../../../source/runtime/engine-adapter/cache/zip-size';

const exact = (bytes: Uint8Array): ArrayBuffer => bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;

/** How hosts may read a part of a file: as asked, or not knowing the one or the other, or refusing. */
const hosts = {
    'reads parts': (file, length, position = 0) => file.slice(position, length && position + length),
    'knows no length': (file, _length, position = 0) => file.slice(position),
    'knows no position': (file, length) => file.slice(0, length),
    'knows neither': (file) => file,
    'refuses parts': (file, length) => {
        if (length !== undefined) throw new Error('bad parameter');
        return file;
    },
} satisfies Record<string, (file: ArrayBuffer, length?: number, position?: number) => ArrayBuffer>;

interface Reading { readonly unpacked: number | undefined; readonly reads: readonly number[] }

/** @returns also the length of each answer. */
async function measure(zip: ArrayBuffer, host: (file: ArrayBuffer, length?: number, position?: number) => ArrayBuffer = hosts['reads parts'], bytes = zip.byteLength): Promise<Reading> {
    const reads: number[] = [];
    const unpacked = await unpackedBytes(bytes, async (length, position) => {
        const answer = host(zip, length, position);
        reads.push(answer.byteLength);
        return answer;
    });
    return { unpacked, reads };
}

/** A zip of `count` stored files of random bytes. */
function zipOf(count: number, bytesEach: number): ArrayBuffer {
    return exact(zipSync(Object.fromEntries(Array.from({ length: count }, (_, i) => [`res/native/${i}.bin`, randomBytes(bytesEach)])), { level: 0 }));
}

describe('the unpacked size of a zip', () => {
    it('is the sum of its files, packed or stored', async () => {
        await fc.assert(fc.asyncProperty(fc.dictionary(fc.string({ minLength: 1 }).map((name) => `res/${encodeURIComponent(name)}`), fc.uint8Array({ maxLength: 300 })), fc.constantFrom(0, 6), async (files, level) => {
            const sum = Object.values(files).reduce((total, { byteLength }) => total + byteLength, 0);
            expect((await measure(exact(zipSync(files, { level: level as 0 | 6 })))).unpacked).toBe(sum);
        }), { numRuns: 100 });
    });

    it('is found behind a comment', async () => {
        const zip = zipSync({ a: new Uint8Array(5) });
        const commented = new Uint8Array(zip.byteLength + 7);
        commented.set(zip);
        commented[zip.byteLength - 2] = 7;
        expect((await measure(exact(commented))).unpacked).toBe(5);
    });

    it('is unknown for what is no whole zip', async () => {
        const zip = exact(zipSync({ a: new Uint8Array(5), b: new Uint8Array(9) }));
        for (let length = 0; length < zip.byteLength; length++) expect((await measure(zip.slice(0, length))).unpacked).toBeUndefined();
        // Cut at its front: the directory is not where the end record says.
        for (let start = 1; start < zip.byteLength - 22; start++) expect((await measure(zip.slice(start))).unpacked).toBeUndefined();
        expect((await measure(zipOf(3, 100_000).slice(0, -10))).unpacked).toBeUndefined();
    });

    it('of a large zip is known from its last 64 kB', async () => {
        expect(await measure(zipOf(10, 1_000_000))).toEqual({ unpacked: 10_000_000, reads: [65_557] });
    });

    it('of a zip with many files is known from its directory', async () => {
        const zip = zipOf(3000, 1000);
        const { unpacked, reads } = await measure(zip);
        expect(unpacked).toBe(3_000_000);
        expect(reads).toHaveLength(2);
        expect(reads[1]).toBeLessThan(zip.byteLength / 10);
    });

    it.each(Object.entries(hosts))('is right on a host that %s', async (_name, host) => {
        for (const zip of [zipOf(2, 10), zipOf(3, 100_000), zipOf(3000, 100)]) {
            const { unpacked } = await measure(zip);
            expect(await measure(zip, host)).toMatchObject({ unpacked });
            // A host that does not tell a file's length.
            expect(await measure(zip, host, 0)).toEqual({ unpacked, reads: [zip.byteLength] });
        }
    });

    it('is right where a zip within the zip is read in place of the end', async () => {
        const zip = exact(zipSync({ 'inner.zip': [zipSync({ a: new Uint8Array(7) }), { level: 0 }], 'big.bin': [randomBytes(200_000), { level: 0 }] }));
        expect((await measure(zip, hosts['knows no position'])).unpacked).toBe((await measure(zip)).unpacked);
    });
});
