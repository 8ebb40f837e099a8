import { promises as fs } from 'node:fs';
import path from 'node:path';
import type { FirstScreenOptions } from '../../../source/runtime/first-screen/options';
import { productDirectory, writePackage } from '../game-package';
import { createPng } from '../png';

/** A sun and a board beside it, half transparent; round and straight edges show how sharp they are. */
const logo = createPng(512, 256, (x, y) => {
    if (Math.hypot(x - 128, y - 128) < 118) return [255, 180, 60, 255];
    return x > 280 && x < 500 && y > 60 && y < 200 ? [90, 200, 255, 200] : [0, 0, 0, 0];
});

/** Squares that grow lighter downwards: what is cut off and what is distorted can be seen. */
const background = createPng(360, 640, (x, y) => {
    const light = ((Math.floor(x / 45) + Math.floor(y / 45)) % 2) * 12;
    return [20 + Math.floor(y / 20), 30 + Math.floor(x / 12), 70 + light, 255];
});

export const pictures = { logo: 'first-screen/logo.png', background: 'first-screen/background.png' } as const;

export interface ScreenPackage {
    readonly firstScreen: FirstScreenOptions;
    /** What game.js does after the first screen was required. */
    readonly then: string;
    /** What it does before. */
    readonly before?: string;
    readonly deviceOrientation?: 'portrait' | 'landscape';
    readonly language?: 'zh-Hans' | 'en';
    readonly files?: Readonly<Record<string, string>>;
}

/** Writes a package that has a first screen, and whose game is a few lines. */
export async function writeScreenPackage(folder: string, { firstScreen, then, before = '', deviceOrientation = 'portrait', language = 'zh-Hans', files = {} }: ScreenPackage): Promise<string> {
    const adapters = path.join(productDirectory, 'dist', 'adapter');
    const read = (name: string): Promise<string> => fs.readFile(path.join(adapters, name), 'utf8');
    return writePackage(folder, {
        'game.json': JSON.stringify({ deviceOrientation, screenOrientation: deviceOrientation }),
        'first-screen.js': await read('first-screen.js'),
        'start-failure.js': await read('start-failure.js'),
        'adapter-options.js': `module.exports = ${JSON.stringify({ deviceOrientation, firstScreen })};`,
        [pictures.logo]: logo,
        [pictures.background]: background,
        'game.js': [
            'const ask = my.getSystemInfoSync;',
            `my.getSystemInfoSync = () => Object.assign({}, ask(), { language: '${language}' });`,
            "require('./web-adapter.js');",
            before,
            "require('./first-screen.js');",
            then,
        ].join('\n'),
        ...files,
    });
}
