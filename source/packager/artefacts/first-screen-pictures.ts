import { existsSync, readFileSync, statSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { AlipayOptions } from '../../options';
import { readImageSize } from '../../package';
import { createProblem, type BuildProblem } from '../../problems';

/** Bytes that the pictures of the first screen may take together: nothing of the game can be seen before they are read. */
export const pictureBytesLimit = 200_000;

/** Pixels of a side: every WebGL of a phone that runs Cocos 3.8 takes textures of this size. */
export const pictureSideLimit = 2_048;

/** The folder of the main package that holds the pictures. */
export const pictureFolder = 'first-screen';

const pictureOptions = { logo: 'firstScreenLogo', background: 'firstScreenBackground' } as const;
export type PictureName = keyof typeof pictureOptions;

/** A picture of the first screen as it goes into the package. */
export interface FirstScreenPicture {
    readonly name: PictureName;
    /** Relative to the main package: `first-screen/logo.png`. Its extension is that of the content. */
    readonly path: string;
    readonly data: Buffer;
}

export interface FirstScreenPictures {
    readonly pictures: readonly FirstScreenPicture[];
    readonly problems: readonly BuildProblem[];
}

type PictureSetting = Pick<AlipayOptions, 'firstScreen' | (typeof pictureOptions)[PictureName]>;

/**
 * Reads and checks the pictures that the options name. With problems among them nothing may be packaged; without a
 * first screen nothing is read.
 * @param projectDirectory absolute; paths that are not absolute start there, also with `project://` or `db://`.
 */
export function readFirstScreenPictures(options: PictureSetting, projectDirectory: string): FirstScreenPictures {
    const pictures: FirstScreenPicture[] = [];
    const problems: BuildProblem[] = [];
    for (const name of ['logo', 'background'] as const) {
        const option = pictureOptions[name];
        const value = options[option].trim();
        if (!options.firstScreen || value === '') continue;
        const read = readPicture(value, projectDirectory, option);
        if ('problem' in read) problems.push(read.problem);
        else pictures.push({ name, path: `${pictureFolder}/${name}.${read.extension}`, data: read.data });
    }
    const bytes = pictures.reduce((sum, { data }) => sum + data.byteLength, 0);
    if (bytes > pictureBytesLimit) {
        const files = pictures.map(({ name, data }) => `${options[pictureOptions[name]]}: ${data.byteLength}`).join(', ');
        problems.push(createProblem('AMG124', pictures.map(({ name }) => pictureOptions[name]).join(', '), { bytes, limit: pictureBytesLimit, files }));
    }
    return { pictures, problems };
}

type Read = { readonly extension: 'png' | 'jpg'; readonly data: Buffer } | { readonly problem: BuildProblem };

function readPicture(value: string, projectDirectory: string, option: string): Read {
    const path = resolve(projectDirectory, value.replace(/^(project|db):\/{2,3}/, ''));
    const inside = relative(projectDirectory, path);
    if (inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) return { problem: createProblem('AMG122', option, { path }) };
    if (!existsSync(path) || !statSync(path).isFile()) return { problem: createProblem('AMG121', option, { path }) };
    const data = readFileSync(path);
    const extension = extensionOf(data);
    const size = readImageSize(data);
    if (extension === undefined || size === undefined) return { problem: createProblem('AMG123', option, { path }) };
    if (extension === 'png' && isAnimated(data)) return { problem: createProblem('AMG125', option, { path }) };
    if (Math.max(size.width, size.height) > pictureSideLimit) return { problem: createProblem('AMG126', option, { path, ...size, limit: pictureSideLimit }) };
    return { extension, data };
}

/** By its first bytes: names lie. */
function extensionOf(data: Buffer): 'png' | 'jpg' | undefined {
    if (data.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))) return 'png';
    return data.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])) ? 'jpg' : undefined;
}

/** An animated PNG has a chunk `acTL` before its first `IDAT`. */
function isAnimated(data: Buffer): boolean {
    for (let offset = 8; offset + 8 <= data.byteLength; offset += 12 + data.readUInt32BE(offset)) {
        const type = data.toString('latin1', offset + 4, offset + 8);
        if (type === 'acTL') return true;
        if (type === 'IDAT') return false;
    }
    return false;
}
