import { describe, expect, it } from 'vitest';
import { createAlipayHost, createVirtualClock } from '../../../../source/simulator/model';

interface PageImage {
    src: string;
    readonly width: number;
    onload: (() => void) | null;
    addEventListener(type: string, listener: () => void): void;
}

/** A GIF of 1 x 1. */
const gif = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=';

describe('an image of Studio\'s page (platform facts 3.1)', () => {
    it.each([['load', gif], ['error', 'none.png']])('tells its listeners of "%s"', async (type, src) => {
        const host = createAlipayHost({ profile: 'studio', clock: createVirtualClock() });
        const image = new (host.globals['Image'] as new () => PageImage)();
        const told = new Promise((resolve) => image.addEventListener(type, () => resolve(type)));
        image.src = src;
        expect(await (host.clock as ReturnType<typeof createVirtualClock>).until(told)).toBe(type);
    });

    it('calls the callback property once', async () => {
        const host = createAlipayHost({ profile: 'studio', clock: createVirtualClock() });
        const image = new (host.globals['Image'] as new () => PageImage)();
        let calls = 0;
        image.onload = () => { calls++; };
        image.src = gif;
        await (host.clock as ReturnType<typeof createVirtualClock>).advance(100);
        expect([calls, image.width]).toEqual([1, 1]);
    });
});
