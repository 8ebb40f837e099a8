import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** How far a pixel may be from the reference (pixelmatch's own measure, 0 to 1): rasterisers smooth letters differently. */
const threshold = 0.2;

/** The share of pixels that differ; where one picture is larger, what it has more differs. */
export function comparePictures(actual: Buffer, expected: Buffer): { readonly share: number; readonly picture: Buffer } {
    const [a, b] = [PNG.sync.read(actual), PNG.sync.read(expected)];
    const [width, height] = [Math.max(a.width, b.width), Math.max(a.height, b.height)];
    const difference = new PNG({ width, height });
    const differing = pixelmatch(enlarge(a, width, height).data, enlarge(b, width, height, 255).data, difference.data, width, height, { threshold });
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
