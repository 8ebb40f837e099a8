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
export function comparePictures(actual: Buffer, expected: Buffer): { readonly share: number; readonly picture: Buffer } {
    const [a, b] = [shrink(PNG.sync.read(actual)), shrink(PNG.sync.read(expected))];
    const [width, height] = [Math.max(a.width, b.width), Math.max(a.height, b.height)];
    const difference = new PNG({ width, height });
    const differing = pixelmatch(enlarge(a, width, height).data, enlarge(b, width, height, 255).data, difference.data, width, height, { threshold, includeAA: true });
    return { share: differing / (width * height), picture: PNG.sync.write(difference) };
}

/** The picture on a larger ground, of black or of white: beyond both pictures' edges nothing is alike. */
function enlarge(picture: PNG, width: number, height: number, ground = 0): PNG {
    if (picture.width === width && picture.height === height) return picture;
    const large = new PNG({ width, height });
    for (let index = 0; index < large.data.length; index += 1) large.data[index] = index % 4 === 3 ? 255 : ground;
    PNG.bitblt(picture, large, 0, 0, picture.width, picture.height, 0, 0);
    return large;
}

function shrink(picture: PNG): PNG {
    const small = new PNG({ width: Math.floor(picture.width / blockPixels), height: Math.floor(picture.height / blockPixels) });
    for (let y = 0; y < small.height; y += 1) {
        for (let x = 0; x < small.width; x += 1) {
            for (let channel = 0; channel < 4; channel += 1) {
                let sum = 0;
                for (let dy = 0; dy < blockPixels; dy += 1) {
                    for (let dx = 0; dx < blockPixels; dx += 1) sum += picture.data[((y * blockPixels + dy) * picture.width + x * blockPixels + dx) * 4 + channel] ?? 0;
                }
                small.data[(y * small.width + x) * 4 + channel] = Math.round(sum / blockPixels ** 2);
            }
        }
    }
    return small;
}
