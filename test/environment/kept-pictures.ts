import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { enlarge } from '../report/compare-pictures';
import { projectRoot } from './registry';

/** Where pictures that differ are kept, a folder for each comparison; not part of the repository. */
export const keptPictures = path.join('test-results', 'pictures');

/** Two PNGs that should look alike. */
export interface PicturePair {
    readonly actual: Buffer;
    readonly expected: Buffer;
}

/**
 * Asserts something about two pictures. Where that fails, `expected.png`, `actual.png` and `difference.png` are left in
 * a folder of the comparison's own, and the failure says where.
 * @param name what is compared, as the name of a folder
 */
export function judgePictures(name: string, pair: PicturePair, assert: () => void): void {
    const folder = path.join(projectRoot, keptPictures, name);
    rmSync(folder, { recursive: true, force: true });
    try {
        assert();
    } catch (error) {
        mkdirSync(folder, { recursive: true });
        for (const [file, content] of Object.entries({ ...pair, difference: drawDifference(pair) })) writeFileSync(path.join(folder, `${file}.png`), content);
        if (error instanceof Error) error.message += `\nexpected.png, actual.png and difference.png are in ${path.join(keptPictures, name)}`;
        throw error;
    }
}

/** The expected picture, pale, with what differs in red; where one picture is larger, what it has more differs. */
function drawDifference({ actual, expected }: PicturePair): Buffer {
    const [a, b] = [PNG.sync.read(actual), PNG.sync.read(expected)];
    const [width, height] = [Math.max(a.width, b.width), Math.max(a.height, b.height)];
    const difference = new PNG({ width, height });
    pixelmatch(enlarge(b, width, height, 255).data, enlarge(a, width, height).data, difference.data, width, height, { threshold: 0.05, includeAA: true });
    return PNG.sync.write(difference);
}
