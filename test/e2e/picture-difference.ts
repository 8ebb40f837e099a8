import type { Page } from 'playwright-core';
import type { PicturePair } from '../environment/kept-pictures';

export interface PictureDifference {
    readonly width: number;
    readonly height: number;
    /** Share of pixels of which a channel differs by more than 24 of 255. */
    readonly share: number;
    /** Mean difference of all channels, of 255. */
    readonly mean: number;
    /** Different colours in the first picture, counted up to 1,000: a blank picture agrees with nothing worth knowing. */
    readonly colours: number;
}

/** Compares two PNGs, given in base64, in a page of the browser. */
export function comparePictures(page: Page, first: string, second: string): Promise<PictureDifference> {
    return page.evaluate(async ([left, right]) => {
        const read = async (base64: string): Promise<ImageData> => {
            const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
            const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
            const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
            context.drawImage(bitmap, 0, 0);
            return context.getImageData(0, 0, bitmap.width, bitmap.height);
        };
        const [a, b] = [await read(left!), await read(right!)];
        if (a.width !== b.width || a.height !== b.height) throw new Error(`sizes differ: ${a.width}x${a.height} and ${b.width}x${b.height}`);
        const colours = new Set<number>();
        let different = 0;
        let sum = 0;
        for (let pixel = 0; pixel < a.data.length; pixel += 4) {
            let most = 0;
            for (let channel = 0; channel < 3; channel++) {
                const distance = Math.abs(a.data[pixel + channel]! - b.data[pixel + channel]!);
                sum += distance;
                most = Math.max(most, distance);
            }
            if (most > 24) different++;
            if (colours.size < 1000) colours.add((a.data[pixel]! << 16) | (a.data[pixel + 1]! << 8) | a.data[pixel + 2]!);
        }
        const pixels = a.data.length / 4;
        return { width: a.width, height: a.height, share: different / pixels, mean: sum / (pixels * 3), colours: colours.size };
    }, [first, second]);
}

/** Two PNGs, given in base64, as files hold them. */
export function readPair(actual: string, expected: string): PicturePair {
    return { actual: Buffer.from(actual, 'base64'), expected: Buffer.from(expected, 'base64') };
}
