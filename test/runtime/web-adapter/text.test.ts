import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atob, btoa, decodeBase64, encodeBase64 } from '../../../source/runtime/web-adapter/bom/base64';
import { TextDecoder as OurDecoder, TextEncoder as OurEncoder } from '../../../source/runtime/web-adapter/bom/text-encoding';

const bytes = fc.uint8Array({ maxLength: 300 });
const seed = { seed: 7, numRuns: 1000 };

describe('base64', () => {
    it('codes any bytes as Node does, and back', () => {
        fc.assert(fc.property(bytes, (data) => {
            const text = encodeBase64(data);
            expect(text).toBe(Buffer.from(data).toString('base64'));
            expect(decodeBase64(text)).toEqual(data);
            expect(decodeBase64(text.replace(/=+$/, ''))).toEqual(data);
        }), seed);
    });

    it('agrees with Node\'s atob and btoa on any text', () => {
        const outcome = (call: () => string): string => {
            try {
                return call();
            } catch (error) {
                return (error as Error).name;
            }
        };
        fc.assert(fc.property(fc.string({ unit: fc.constantFrom('A', 'z', '9', '+', '/', '=', '-', '_', ' ', '\n', '\u00ff', '\u0100') }), (text) => {
            expect(outcome(() => atob(text))).toBe(outcome(() => globalThis.atob(text)));
            expect(outcome(() => btoa(text))).toBe(outcome(() => globalThis.btoa(text)));
        }), seed);
    });

    it('codes a megabyte', () => {
        const data = Uint8Array.from({ length: 1 << 20 }, (_, index) => index * 31);
        const decoded = decodeBase64(encodeBase64(data));
        expect(decoded !== undefined && Buffer.compare(decoded, data)).toBe(0);
    });
});

describe('UTF-8', () => {
    it('is coded as Node does, for any text, also with lone surrogates', () => {
        // fast-check's own unit `binary` takes a second to build.
        const unit = fc.oneof(fc.nat(0xffff), fc.nat(0x10ffff)).map((code) => String.fromCodePoint(code));
        fc.assert(fc.property(fc.string({ unit, maxLength: 30 }), (text) => {
            const encoded = new OurEncoder().encode(text);
            expect(encoded).toEqual(new TextEncoder().encode(text));
            expect(new OurDecoder('utf-8', { ignoreBOM: true }).decode(encoded)).toBe(new TextDecoder('utf-8', { ignoreBOM: true }).decode(encoded));
        }), seed);
    });

    it('is decoded in any pieces as Node does in one', () => {
        const broken = fc.array(fc.oneof(fc.nat(255), fc.constantFrom(0xe2, 0x82, 0xac, 0xf0, 0x9f, 0x98, 0x80, 0xef, 0xbb, 0xbf, 0x41)), { maxLength: 30 });
        fc.assert(fc.property(broken, fc.array(fc.nat(30), { maxLength: 4 }), (data, cuts) => {
            const all = Uint8Array.from(data);
            const decoder = new OurDecoder();
            const places = [0, ...cuts.map((cut) => Math.min(cut, all.length)).sort((a, b) => a - b), all.length];
            const text = places.slice(1).map((to, index) => decoder.decode(all.subarray(places[index], to), { stream: true })).join('') + decoder.decode();
            expect(text).toBe(new TextDecoder().decode(all));
        }), seed);
    });

    it.each([{}, { ignoreBOM: true }, { fatal: true }])('is decoded as UTF-16 where that is asked for, in any pieces as Node does in the same: %j', (options) => {
        const units = fc.array(fc.oneof(fc.nat(255), fc.constantFrom(0xd8, 0xdc, 0xff, 0xfe, 0x41, 0)), { maxLength: 24 });
        const outcome = (Decoder: typeof OurDecoder | typeof TextDecoder, data: readonly number[], cuts: readonly number[]): string => {
            const decoder = new Decoder('utf-16', options);
            const places = [0, ...[...cuts].sort((a, b) => a - b), data.length];
            expect(decoder.encoding).toBe('utf-16le');
            let text = '';
            try {
                for (const [index, to] of places.slice(1).entries()) text += decoder.decode(Uint8Array.from(data.slice(places[index], to)), { stream: true });
                text += decoder.decode();
            } catch (error) {
                text += (error as Error).name;
            }
            return text;
        };
        fc.assert(fc.property(units, fc.array(fc.nat(24), { maxLength: 4 }), (data, cuts) => {
            expect(outcome(OurDecoder, data, cuts)).toEqual(outcome(TextDecoder, data, cuts));
        }), seed);
    });

    it('can be asked for again after a failure, and for no other encoding than UTF-16 besides', () => {
        const decoder = new OurDecoder('UTF-8', { fatal: true });
        expect(() => decoder.decode(new Uint8Array([0xff]))).toThrow(TypeError);
        expect(decoder.decode(new Uint8Array([0x61]))).toBe('a');
        expect(() => new OurDecoder('latin1')).toThrow(RangeError);
    });
});
