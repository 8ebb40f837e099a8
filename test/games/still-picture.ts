import { PNG } from 'pngjs';

/** A decoded picture. */
export type Picture = Pick<PNG, 'width' | 'height' | 'data'>;

export function decodePicture(base64: string): Picture {
    return PNG.sync.read(Buffer.from(base64, 'base64'));
}

/** Share of pixels of which a channel differs by more than 24 of 255; 1 for pictures of different sizes. */
export function differingShare(a: Picture, b: Picture): number {
    if (a.width !== b.width || a.height !== b.height) return 1;
    let different = 0;
    for (let at = 0; at < a.data.length; at += 4) {
        if (isFar(a.data[at]!, b.data[at]!) || isFar(a.data[at + 1]!, b.data[at + 1]!) || isFar(a.data[at + 2]!, b.data[at + 2]!)) different++;
    }
    return different / (a.width * a.height);
}

function isFar(a: number, b: number): boolean {
    return a - b > 24 || b - a > 24;
}

const cells = 16;

/**
 * How far two pictures are apart as a person sees them from afar, from 0 to 1: the mean difference of the colors of 16
 * by 16 cells. Things that move within their place change it little. 1 for pictures held in different directions.
 */
export function coarseDifference(a: Picture, b: Picture): number {
    if ((a.width > a.height) !== (b.width > b.height)) return 1;
    const [first, second] = [shrinkPicture(a, cells, cells), shrinkPicture(b, cells, cells)];
    let sum = 0;
    for (let at = 0; at < first.data.length; at += 4) {
        for (let channel = 0; channel < 3; channel++) sum += Math.abs(first.data[at + channel]! - second.data[at + channel]!);
    }
    return sum / (cells * cells * 3 * 255);
}

/** A smaller picture; each pixel is the mean of those that it stands for. */
export function shrinkPicture({ width, height, data }: Picture, toWidth: number, toHeight: number): Picture {
    const small = new PNG({ width: toWidth, height: toHeight });
    for (let y = 0; y < toHeight; y++) {
        const [top, bottom] = [Math.floor((y * height) / toHeight), Math.max(Math.floor((y * height) / toHeight) + 1, Math.floor(((y + 1) * height) / toHeight))];
        for (let x = 0; x < toWidth; x++) {
            const [left, right] = [Math.floor((x * width) / toWidth), Math.max(Math.floor((x * width) / toWidth) + 1, Math.floor(((x + 1) * width) / toWidth))];
            const sums = [0, 0, 0];
            for (let row = top; row < bottom; row++) {
                for (let column = left; column < right; column++) {
                    for (let channel = 0; channel < 3; channel++) sums[channel]! += data[(row * width + column) * 4 + channel]!;
                }
            }
            const count = (bottom - top) * (right - left);
            small.data.set([...sums.map((sum) => Math.round(sum / count)), 255], (y * toWidth + x) * 4);
        }
    }
    return small;
}

/** A small picture for a table, as a PNG in base64. */
export function makeThumbnail(picture: Picture, longSide: number): string {
    const scale = Math.min(1, longSide / Math.max(picture.width, picture.height));
    const small = shrinkPicture(picture, Math.max(1, Math.round(picture.width * scale)), Math.max(1, Math.round(picture.height * scale)));
    // Fewer shades make a PNG half as large, and nobody sees it at this size.
    for (let at = 0; at < small.data.length; at++) if (at % 4 !== 3) small.data[at] = Math.min(255, (small.data[at]! + 4) & ~7);
    return PNG.sync.write(Object.assign(new PNG({ width: small.width, height: small.height }), { data: small.data }), { colorType: 2 }).toString('base64');
}

/** A picture at a moment, in milliseconds since the start of the game. */
export interface Sample {
    readonly at: number;
    readonly picture: Picture;
}

/** The share of pixels that may still change in a picture that stands: a blinking cursor, a small spinner. */
const stillShare = 0.005;

/** When the picture came to rest: the first sample that all later ones agree with; undefined while it moves. */
export function findStill(samples: readonly Sample[]): Sample | undefined {
    const last = samples[samples.length - 1];
    if (samples.length < 2 || !last) return undefined;
    let first = samples.length - 1;
    while (first > 0 && differingShare(samples[first - 1]!.picture, last.picture) <= stillShare) first--;
    return first === samples.length - 1 ? undefined : samples[first];
}
