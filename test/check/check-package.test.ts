import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkPackage } from '../../source/check';
import { readPackage } from '../../source/package';
import { projectRoot } from '../environment/registry';
import { runInProcess } from '../bin/capture';

const scratch = mkdtempSync(path.join(tmpdir(), 'check-'));
const good = path.join(scratch, 'good');
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

beforeAll(async () => {
    const build = path.join(projectRoot, 'dist', 'demo', 'build');
    const { code } = await runInProcess(['pack', build, '--config', path.join(projectRoot, 'static', 'demo', 'build-config.json'), '--out', good]);
    expect(code).toBe(0);
});

/** What `check` finds after a change to a good package. */
function findAfter(name: string, change: (folder: string) => void): string[] {
    const folder = path.join(scratch, name);
    cpSync(good, folder, { recursive: true });
    cpSync(`${good}-remote`, `${folder}-remote`, { recursive: true });
    change(folder);
    return checkPackage(readPackage(folder)).map(({ code, where }) => `${code} ${where}`);
}

function editGameJson(edit: (gameJson: Record<string, unknown>) => void): (folder: string) => void {
    return (folder) => {
        const file = path.join(folder, 'game.json');
        const gameJson = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
        edit(gameJson);
        writeFileSync(file, JSON.stringify(gameJson));
    };
}
const remove = (...files: string[]) => (folder: string): void => files.forEach((file) => rmSync(path.join(folder, file)));

describe('check', () => {
    it('finds nothing wrong with a package of ours', () => {
        expect(findAfter('as-made', () => undefined)).toEqual([]);
    });

    it.each([
        ['no game.js', remove('game.js'), ['AMG401 game.js']],
        ['no game.json', remove('game.json'), ['AMG401 game.json', 'AMG404 game.json']],
        ['a subpackage without entry', remove('subpackages/lanterns/game.js'), ['AMG402 subpackages/lanterns/game.js']],
        ['the mini program spelling', editGameJson((gameJson) => { gameJson['subPackages'] = gameJson['subpackages']; delete gameJson['subpackages']; }), ['AMG403 game.json', 'AMG404 game.json']],
        ['an undeclared subpackage', editGameJson((gameJson) => { delete gameJson['subpackages']; }), ['AMG404 game.json']],
        ['a bundle without config', remove('assets/main/config.json'), ['AMG405 assets/main']],
        ['a remote bundle whose script is not in the package', remove('src/bundle-scripts/moon/index.js'), ['AMG405 remote/moon']],
        ['two orientations', editGameJson((gameJson) => { gameJson['screenOrientation'] = 'landscape'; }), ['AMG406 game.json']],
    ])('finds %s', (name, change, expected) => {
        const found = findAfter(name.replace(/\W/g, '-'), change);
        for (const finding of expected) expect(found).toContain(finding);
    });

    it('prints findings as JSON and ends with 34', async () => {
        const folder = path.join(scratch, 'json');
        cpSync(good, folder, { recursive: true });
        rmSync(path.join(folder, 'game.js'));
        const { code, stdout } = await runInProcess(['check', folder, '--json']);
        expect(code).toBe(34);
        expect(JSON.parse(stdout)).toContainEqual(expect.objectContaining({ code: 'AMG401', where: 'game.js', level: 'error', mend: expect.any(String) as unknown }));
    });
});
