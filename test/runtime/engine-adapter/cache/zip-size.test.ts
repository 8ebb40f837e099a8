import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { unpackedBytes } from '../../../../source/runtime/engine-adapter/cache/zip-size';

const exact = (bytes: Uint8Array): ArrayBuffer => bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;

describe('the unpacked size of a zip', () => {
    it('is the sum of its files, packed or stored', () => {
        fc.assert(fc.property(fc.dictionary(fc.string({ minLength: 1 }).map((name) => `res/${encodeURIComponent(name)}`), fc.uint8Array({ maxLength: 300 })), fc.constantFrom(0, 6), (files, level) => {
            const sum = Object.values(files).reduce((total, { byteLength }) => total + byteLength, 0);
            expect(unpackedBytes(exact(zipSync(files, { level: level as 0 | 6 })))).toBe(sum);
        }), { numRuns: 100 });
    });

    it('is found behind a comment', () => {
        const zip = zipSync({ a: new Uint8Array(5) });
        const commented = new Uint8Array(zip.byteLength + 7);
        commented.set(zip);
        commented[zip.byteLength - 2] = 7;
        expect(unpackedBytes(exact(commented))).toBe(5);
    });

    it('is unknown for what is no whole zip', () => {
        const zip = exact(zipSync({ a: new Uint8Array(5), b: new Uint8Array(9) }));
        for (let length = 0; length < zip.byteLength; length++) expect(unpackedBytes(zip.slice(0, length))).toBeUndefined();
        // Cut at its front: the directory is not where the end record says.
        for (let start = 1; start < zip.byteLength - 22; start++) expect(unpackedBytes(zip.slice(start))).toBeUndefined();
    });
});
