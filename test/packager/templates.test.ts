import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageBuild, planPackage } from '../../source/packager';
import type { BuildError } from '../../source/problems';
import { sampleOf, smallBuild, writeFiles, type Files, type Sample } from './sample-build';

function withTemplates(files: Files): { sample: Sample; folder: string } {
    const sample = sampleOf(smallBuild);
    const folder = join(sample.folder, 'build-templates', 'alipay-mini-game');
    writeFiles(folder, files);
    return { sample, folder };
}

async function problemsOf({ sample, folder }: { sample: Sample; folder: string }): Promise<{ code: string; where: string; values: object }[]> {
    const outcome = await planPackage(sample.request({ templateDirectories: [folder] })).catch((error: unknown) => error);
    return (outcome as BuildError).problems.map(({ code, where, values }) => ({ code, where, values }));
}

describe('a template of game.json', () => {
    it.each([
        ['showStatusBar', 'yes', 'true | false'],
        ['networkTimeout', 60, '{ "request": 60000, … }'],
        ['networkTimeout', { request: 0 }, '{ "request": 60000, … }'],
        ['plugins', [], '{ … }'],
        ['subpackages', [{ name: 'a' }], '[{ "name", "root" }]'],
    ])('with %s: %j is told what was expected', async (key, value, expected) => {
        const problems = await problemsOf(withTemplates({ 'game.json': JSON.stringify({ [key]: value }) }));
        expect(problems).toContainEqual({ code: 'AMG303', where: 'game.json', values: { key, expected } });
    });

    it('may repeat the build\'s own subpackages', async () => {
        const { sample, folder } = withTemplates({ 'game.json': JSON.stringify({ subpackages: [{ name: 'sub', root: 'subpackages/sub' }] }) });
        const { problems } = await packageBuild(sample.request({ templateDirectories: [folder] }));
        expect(problems).toEqual([]);
    });
});

describe('a template that is a symbolic link', () => {
    it('is named and not followed', async () => {
        const made = withTemplates({ 'real.json': '{"showStatusBar":true}' });
        symlinkSync(join(made.folder, 'real.json'), join(made.folder, 'game.json'));
        expect(await problemsOf(made)).toContainEqual({ code: 'AMG205', where: join(made.folder, 'game.json'), values: {} });
    });
});
