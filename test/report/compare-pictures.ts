import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** How far a block may be from the reference (pixelmatch's own measure, 0 to 1). */
const threshold = 0.1;
/**
 * Blocks of so many pixels a side are averaged first: machines smooth and hint letters differently, which changes
 * pixels and hardly their average, while a box or a line that is elsewhere changes both.
 */
const blockPixels = 4;

/** The share of blocks that differ; where one picture is larger, what it has more differs. */
export function comparePictures(actual: Buffer, expected: Buffer): { readonly share: number } {
    const [a, b] = [shrink(PNG.sync.read(actual)), shrink(PNG.sync.read(expected))];
    const [width, height] = [Math.max(a.width, b.width), Math.max(a.height, b.height)];
    const differing = pixelmatch(enlarge(a, width, height).data, enlarge(b, width, height, 255).data, undefined, width, height, { threshold, includeAA: true });
    return { share: differing / (width * height) };
}

/** The picture on a larger ground, of black or of white: beyond both pictures' edges nothing is alike. */
export function enlarge(picture: PNG, width: number, height: number, ground = 0): PNG {
    if (picture.width === width && picture.height === height) return picture;
    const large = new PNG({ width, height });
    for (let index = 0; index < large.data.length; index += 1) large.data[index] = index % 4 === 3 ? 255 : ground;
    PNG.bitblt(picture, large, 0, 0, picture.width, picture.height, 0, 0);
    return large;
}

function shrink({ width, height, data }: PNG): PNG {
    const small = new PNG({ width: Math.floor(width / blockPixels), height: Math.floor(height / blockPixels) });
    const rowBytes = small.width * 4;
    const sums = new Uint32Array(rowBytes);
    for (let y = 0; y < small.height; y += 1) {
        sums.fill(0);
        for (let dy = 0; dy < blockPixels; dy += 1) {
            let at = (y * blockPixels + dy) * width * 4;
            for (let to = 0; to < rowBytes; to += 4) {
                for (let dx = 0; dx < blockPixels; dx += 1) {
                    sums[to]! += data[at++]!;
                    sums[to + 1]! += data[at++]!;
                    sums[to + 2]! += data[at++]!;
                    sums[to + 3]! += data[at++]!;
                }
            }
        }
        for (let index = 0; index < rowBytes; index += 1) small.data[y * rowBytes + index] = Math.round(sums[index]! / blockPixels ** 2);
    }
    return small;
}
