import { describe, expect, it } from 'vitest';
import { switchValues } from '../../../source/platform';
import { createTestHost, type TestHost } from './answers';

/** What the host tells of files of the package that are not there, after something was done with them. */
async function missing(act: (host: TestHost) => void, packagePaths: (typeof switchValues.packagePaths)[number] = 'either'): Promise<string[]> {
    const told: string[] = [];
    const host = createTestHost({
        switches: { packagePaths }, packageFiles: { 'a.txt': 'text', 'game.json': '{}' },
        onMissingPackageFile: (path, reader) => told.push(`${path} (${reader})`),
    });
    act(host);
    await host.clock.advance(1000);
    return told;
}

describe('a file of the package that is not there', () => {
    it.each<[string, (host: TestHost) => void, string]>([
        ['a read', ({ my }) => my.getFileSystemManager().readFile({ filePath: 'none.txt', fail() {} }), 'FileSystemManager.readFile'],
        ['a synchronous read', ({ my }) => my.getFileSystemManager().readFileSync({ filePath: '/none.txt' }), 'FileSystemManager.readFile'],
        ['a copy', ({ my }) => my.getFileSystemManager().copyFile({ srcPath: './none.txt', destPath: `${my.env.USER_DATA_PATH}/a` }), 'FileSystemManager.copyFile'],
        ['a picture', ({ my }) => { my.createImage().src = 'none.txt'; }, 'Image.src'],
        ['a sound', ({ my }) => { my.createInnerAudioContext().src = 'none.txt'; }, 'InnerAudioContext.src'],
        ['a font', ({ my }) => my.loadFont?.('none.txt'), 'loadFont'],
    ])('%s tells of it', async (_name, act, reader) => {
        expect(await missing(act)).toEqual([`none.txt (${reader})`]);
    });

    it.each<[string, (host: TestHost) => void]>([
        ['a look', ({ my }) => {
            my.getFileSystemManager().access({ path: 'none.txt', fail() {} });
            my.getFileSystemManager().accessSync({ path: 'none.txt' });
            my.getFileSystemManager().stat({ path: 'none.txt', fail() {} });
            my.getFileSystemManager().getFileInfo({ filePath: 'none.txt', fail() {} });
            my.getFileSystemManager().readdir({ dirPath: 'none', fail() {} });
        }],
        ['user data', ({ my }) => my.getFileSystemManager().readFile({ filePath: `${my.env.USER_DATA_PATH}/none.txt`, fail() {} })],
        ['an address', ({ my }) => { my.createImage().src = 'https://cdn.example/none.png'; }],
        ['a temp file', ({ my }) => { my.createImage().src = 'https://resource/none.image'; }],
        ['an empty address of a sound', ({ my }) => { my.createInnerAudioContext().src = ''; }],
        ['an empty path', ({ my }) => my.getFileSystemManager().readFile({ filePath: '', fail() {} })],
        ['a file that is there', ({ my }) => my.getFileSystemManager().readFile({ filePath: 'a.txt' })],
    ])('%s tells of nothing', async (_name, act) => {
        expect(await missing(act)).toEqual([]);
    });

    it.each(switchValues.packagePaths)('nothing is missing that one way to write its path gives, another not: %s', async (packagePaths) => {
        for (const path of ['a.txt', './a.txt', '/a.txt']) {
            expect(await missing(({ my }) => my.getFileSystemManager().readFile({ filePath: path, fail() {} }), packagePaths)).toEqual([]);
        }
        expect(await missing(({ my }) => my.getFileSystemManager().readFile({ filePath: './none.txt', fail() {} }), packagePaths)).toEqual(['none.txt (FileSystemManager.readFile)']);
    });
});

describe('an empty address frees a picture', () => {
    it.each(['android', 'studio'] as const)('nothing is asked for, nothing told, and the picture goes (%s)', async (profile) => {
        const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 4, 0, 0, 0, 4, 8, 6, 0, 0, 0, 0xa9, 0xf1, 0x9e, 0x7e]);
        const missed: string[] = [];
        const host = createTestHost({ profile, packageFiles: { 'a.png': png }, onMissingPackageFile: (path) => missed.push(path) });
        const image = host.my.createImage();
        const told: string[] = [];
        const settle = async (): Promise<void> => {
            for (let turn = 0; turn < 5; turn++) await host.clock.advance(10);
        };
        image.onload = () => told.push('load');
        image.onerror = () => told.push('error');
        image.src = 'a.png';
        await settle();
        expect([told, image.width]).toEqual([['load'], 4]);
        image.src = '';
        await settle();
        expect([told, image.width, image.src, host.calls.count('Image.src'), missed]).toEqual([['load'], 0, '', 1, []]);
        // Freed while it was still loading, and used again.
        image.src = 'a.png';
        image.src = '';
        await settle();
        expect(told).toEqual(['load']);
        image.src = 'a.png';
        await settle();
        expect([told, image.width]).toEqual([['load', 'load'], 4]);
    });
});
