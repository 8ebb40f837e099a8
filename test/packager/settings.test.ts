import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPackage } from '../../source/package';
import { packageBuild } from '../../source/packager';
import { editSettings, formatSettings } from '../../source/packager/artefacts/settings';
import { hashedBuild, sampleOf, smallBuild } from './sample-build';

const options = { remoteUrl: 'https://cdn.example.com/g/', deviceOrientation: 'portrait', engineSplash: 'project' } as const;

describe('the settings of the engine', () => {
    it('name the server of the options, whatever was there', () => {
        for (const server of ['', 'https://old.example.com/']) {
            const settings = { CocosEngine: '3.8.5', assets: { server, remoteBundles: ['far'], bundleVers: { far: 'ba713' } }, screen: { orientation: 'auto', exactFitScreen: true }, other: 7 };
            expect(editSettings(settings, options)).toEqual({
                CocosEngine: '3.8.5', assets: { server: 'https://cdn.example.com/g/', remoteBundles: ['far'], bundleVers: { far: 'ba713' } }, screen: { orientation: 'portrait', exactFitScreen: true }, other: 7,
            });
        }
        expect(editSettings({ assets: { server: 'https://old.example.com/' } }, { ...options, remoteUrl: '' })).toEqual({ assets: { server: '' } });
    });

    it('have no splash where the options switch it off', () => {
        const settings = { assets: {}, splashScreen: { totalTime: 2000, logo: { type: 'default' } } };
        expect(editSettings(settings, { ...options, engineSplash: 'off' })['splashScreen']).toEqual({ totalTime: 0 });
        expect(editSettings(settings, options)['splashScreen']).toEqual(settings.splashScreen);
        expect(editSettings({ assets: {} }, { ...options, engineSplash: 'off' })).not.toHaveProperty('splashScreen');
    });

    it('are written as the build tool wrote them', () => {
        expect(formatSettings({ a: 1 }, '{"a":1}')).toBe('{"a":1}');
        expect(formatSettings({ a: 1 }, '{\n  "a": 1\n}\n')).toBe('{\n  "a": 1\n}\n');
        expect(formatSettings({ a: 1 }, '{\r\n\t"a": 1\r\n}')).toBe('{\n\t"a": 1\n}');
    });

    it.each([
        ['plain names, standard layout', smallBuild, {}],
        ['plain names, lean layout', smallBuild, { mainPackage: 'lean' }],
        ['md5 names, standard layout', hashedBuild, {}],
        ['md5 names, lean layout', hashedBuild, { mainPackage: 'lean' }],
    ])('name it in the package: %s', async (_name, files, changes) => {
        const sample = sampleOf(files, changes);
        const elsewhere = join(sample.folder, 'out');
        await packageBuild(sample.request({ outputDirectory: elsewhere }));
        await packageBuild(sample.request());
        for (const output of [elsewhere, sample.build]) expect(readPackage(output).settings?.assets?.server).toBe('https://cdn.example.com/g/');
    });
});
