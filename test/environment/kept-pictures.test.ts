import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, describe, expect, it } from 'vitest';
import { createPng } from '../e2e/png';
import { judgePictures, keptPictures } from './kept-pictures';
import { projectRoot } from './registry';

const name = 'test-of-kept-pictures';
const folder = path.join(projectRoot, keptPictures, name);
const grey = createPng(8, 8, () => [128, 128, 128, 255]);
/** Larger, with one pixel of another colour within the first one's edges. */
const dotted = createPng(8, 9, (x, y) => (x === 2 && y === 3 ? [255, 0, 255, 255] : [128, 128, 128, 255]));

describe('judgePictures', () => {
    afterAll(() => judgePictures(name, { actual: grey, expected: grey }, () => undefined));

    it('leaves both pictures and their difference where the failure says', () => {
        expect(() => judgePictures(name, { actual: dotted, expected: grey }, () => expect(1).toBe(2))).toThrow(`are in ${path.join(keptPictures, name)}`);
        expect(readdirSync(folder).sort()).toEqual(['actual.png', 'difference.png', 'expected.png']);
        expect(readFileSync(path.join(folder, 'actual.png'))).toEqual(dotted);
        const { width, height, data } = PNG.sync.read(readFileSync(path.join(folder, 'difference.png')));
        expect([width, height]).toEqual([8, 9]);
        const red = [...Array(width * height).keys()].filter((index) => data[index * 4] === 255 && data[index * 4 + 1] === 0);
        expect(red).toEqual([3 * 8 + 2, ...[...Array(8).keys()].map((x) => 8 * 8 + x)]);
    });

    it('leaves nothing, nor what an earlier run left, where the pictures are as they should be', () => {
        judgePictures(name, { actual: grey, expected: grey }, () => expect(1).toBe(1));
        expect(existsSync(folder)).toBe(false);
    });
});
