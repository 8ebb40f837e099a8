import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasErrors, type ProblemCode } from '../../source/problems';
import { pictureBytesLimit, pictureSideLimit, readFirstScreenPictures } from '../../source/packager/artefacts/first-screen-pictures';
import { createPng } from '../e2e/png';
import { optionsWith, temporaryFolder, writeFiles, type Files } from './sample-build';

const dot = createPng(4, 2, () => [255, 0, 0, 255]);

/** A JPEG's first segments: all that is read of one. */
function jpegOf(width: number, height: number, bytes = 0): Buffer {
    const frame = Buffer.from([0xff, 0xc0, 0, 17, 8, height >> 8, height & 255, width >> 8, width & 255, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]);
    return Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0]), frame, Buffer.alloc(bytes)]);
}

/** A PNG with a chunk of animation control after its header. */
function animated(picture: Buffer): Buffer {
    const control = Buffer.concat([Buffer.from([0, 0, 0, 8]), Buffer.from('acTL'), Buffer.alloc(12)]);
    return Buffer.concat([picture.subarray(0, 33), control, picture.subarray(33)]);
}

function read(files: Files, values: Readonly<Record<string, unknown>>): ReturnType<typeof readFirstScreenPictures> {
    const project = join(temporaryFolder(), 'project');
    writeFiles(project, { 'package.json': '{}', ...files });
    writeFiles(join(project, '..'), { 'outside.png': dot });
    return readFirstScreenPictures(optionsWith(values), project);
}

describe('pictures of the first screen', () => {
    it('are read relative to the project, and named by what they are', () => {
        const jpeg = jpegOf(1080, 1920);
        const { pictures, problems } = read({ 'art/logo.dat': dot, 'assets/back.png': jpeg }, { firstScreenLogo: 'art/logo.dat', firstScreenBackground: 'assets/back.png' });
        expect(problems).toEqual([]);
        expect(pictures).toEqual([
            { name: 'logo', path: 'first-screen/logo.png', data: dot },
            { name: 'background', path: 'first-screen/background.jpg', data: jpeg },
        ]);
    });

    it.each(['project://art/logo.png', 'db://assets/logo.png', 'project:///art/logo.png', './art/logo.png', ' art/logo.png '])('are found by %s, as a panel may write it', (firstScreenLogo) => {
        expect(read({ 'art/logo.png': dot, 'assets/logo.png': dot }, { firstScreenLogo }).pictures).toHaveLength(1);
    });

    it('are found by an absolute path within the project, as a file dialog gives it', () => {
        const project = temporaryFolder();
        writeFiles(project, { 'art/logo.png': dot });
        expect(readFirstScreenPictures(optionsWith({ firstScreenLogo: join(project, 'art', 'logo.png') }), project)).toMatchObject({ problems: [], pictures: [{ path: 'first-screen/logo.png' }] });
    });

    it('are not read where there is no first screen, or none is named', () => {
        const none = { pictures: [], problems: [] };
        expect(read({}, { firstScreen: false, firstScreenLogo: 'gone.png' })).toEqual(none);
        expect(read({}, { firstScreenLogo: '  ' })).toEqual(none);
    });

    it('may be as large as the limits say, and no larger', () => {
        const largest = { 'a.jpg': jpegOf(pictureSideLimit, pictureSideLimit), 'b.jpg': jpegOf(10, 10, pictureBytesLimit - 2 * jpegOf(1, 1).byteLength) };
        expect(read(largest, { firstScreenLogo: 'a.jpg', firstScreenBackground: 'b.jpg' }).problems).toEqual([]);
    });

    const badInputs = [
        { code: 'AMG121', name: 'a file that is not there', values: { firstScreenLogo: 'art/logo.png' }, files: {} },
        { code: 'AMG121', name: 'a folder', values: { firstScreenLogo: 'art' }, files: { 'art/logo.png': dot } },
        { code: 'AMG122', name: 'a file beside the project', values: { firstScreenLogo: '../outside.png' }, files: {} },
        { code: 'AMG122', name: 'a file somewhere else', values: { firstScreenBackground: '/etc/hosts' }, files: {} },
        { code: 'AMG123', name: 'a text that calls itself a picture', values: { firstScreenLogo: 'logo.png' }, files: { 'logo.png': 'not a picture, whatever it says' } },
        { code: 'AMG123', name: 'a GIF', values: { firstScreenLogo: 'logo.png' }, files: { 'logo.png': 'GIF89a\u0004\u0000\u0004\u0000 and some more' } },
        { code: 'AMG123', name: 'a JPEG that ends before its size', values: { firstScreenLogo: 'logo.jpg' }, files: { 'logo.jpg': jpegOf(4, 4).subarray(0, 10) } },
        { code: 'AMG123', name: 'an empty file', values: { firstScreenLogo: 'logo.png' }, files: { 'logo.png': '' } },
        { code: 'AMG124', name: 'a picture one byte too large', values: { firstScreenLogo: 'logo.jpg' }, files: { 'logo.jpg': jpegOf(4, 4, pictureBytesLimit - jpegOf(4, 4).byteLength + 1) } },
        { code: 'AMG125', name: 'an animated PNG', values: { firstScreenLogo: 'logo.png' }, files: { 'logo.png': animated(dot) } },
        { code: 'AMG126', name: 'a picture wider than textures are', values: { firstScreenLogo: 'logo.jpg' }, files: { 'logo.jpg': jpegOf(pictureSideLimit + 1, 4) } },
        { code: 'AMG126', name: 'a picture higher than textures are', values: { firstScreenLogo: 'logo.jpg' }, files: { 'logo.jpg': jpegOf(4, 4_000) } },
    ] as const satisfies readonly { code: ProblemCode; name: string; values: object; files: Files }[];

    it.each(badInputs)('$code for $name, alone and at its option', ({ code, values, files }) => {
        const { problems } = read(files, values);
        expect(problems.map((problem) => [problem.code, problem.where])).toEqual([[code, Object.keys(values)[0]]]);
        expect(hasErrors(problems)).toBe(true);
    });

    it('names both where only their sum is too large, with the bytes of each', () => {
        const half = jpegOf(4, 4, 120_000);
        const { problems } = read({ 'a.jpg': half, 'b.jpg': half }, { firstScreenLogo: 'a.jpg', firstScreenBackground: 'b.jpg' });
        expect(problems).toMatchObject([{ code: 'AMG124', where: 'firstScreenLogo, firstScreenBackground', values: { limit: 200_000, bytes: 2 * half.byteLength } }]);
        expect(problems[0]?.values['files']).toBe(`a.jpg: ${half.byteLength}, b.jpg: ${half.byteLength}`);
    });
});
