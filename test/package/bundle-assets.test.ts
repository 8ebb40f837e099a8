import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { expandUuid, idOfFile, listBundleAssets, type BundleConfig } from '../../source/package';

const recorded = path.resolve(__dirname, '..', '..', '..', 'shared', 'host-builds');

describe('expandUuid', () => {
    it('gives the id that file names carry', () => {
        expect(expandUuid('f8lcER/VBO1rB89RSXLPvR')).toBe('f895c111-fd50-4ed6-b07c-f514972cfbd1');
        expect(expandUuid('13a4068jBJqoyOEF0aeJZX@6c48a')).toBe('136b8d3a-f230-49aa-8c8e-105d1a789657@6c48a');
    });

    it('leaves ids alone that are none', () => {
        for (const id of ['0ab190bbd', 'f895c111-fd50-4ed6-b07c-f514972cfbd1', '1c8956672@6c48a', '']) expect(expandUuid(id)).toBe(id);
    });
});

describe('listBundleAssets', () => {
    const config = {
        name: 'main', importBase: 'import', nativeBase: 'native', uuids: ['f8lcER/VBO1rB89RSXLPvR', 'b5kp0syvREVI9+ToTLXOFE', 'baIUdvKGZPgZxNbjWTFuRI', '0ab190bbd'],
        paths: { 1: ['db:/assets/picture', 1, 1] }, scenes: { 'db://assets/a.scene': 0 }, packs: { '0ab190bbd': [0, 2] }, versions: { import: [3, 'b08f6', 1, 'aaaaa'], native: [1, '90cf4'] }, redirect: [2, '0'], types: ['cc.SceneAsset', 'cc.ImageAsset'],
    } as unknown as BundleConfig;

    it('reads a release config', () => {
        const assets = listBundleAssets({ content: config });
        expect([...assets.keys()]).toEqual(['f895c111-fd50-4ed6-b07c-f514972cfbd1', 'b5929d2c-caf4-4454-8f7e-4e84cb5ce144', '0ab190bbd']);
        expect(assets.get('f895c111-fd50-4ed6-b07c-f514972cfbd1')).toMatchObject({ path: 'db://assets/a.scene', type: 'cc.SceneAsset', packedIn: '0ab190bbd' });
        expect(assets.get('b5929d2c-caf4-4454-8f7e-4e84cb5ce144')).toMatchObject({ path: 'db://assets/picture', type: 'cc.ImageAsset', importVersion: 'aaaaa', nativeVersion: '90cf4' });
        expect(assets.get('0ab190bbd')).toMatchObject({ packs: ['f895c111-fd50-4ed6-b07c-f514972cfbd1', 'ba21476f-2866-4f81-9c4d-6e359316e448'], importVersion: 'b08f6' });
    });

    it('gives nothing for a config that could not be read', () => {
        expect(listBundleAssets({})).toEqual(new Map());
    });

    it.skipIf(!existsSync(recorded))('knows every import and native file of recorded builds (not run without them)', () => {
        for (const [build, roots] of [['release-md5-remote-main', ['assets/internal', 'assets/start-scene', 'assets/resources', 'remote/main', 'subpackages/sub']], ['debug-all-subpackages', ['subpackages/main', 'subpackages/internal', 'assets/resources']]] as const) {
            const tree = JSON.parse(readFileSync(path.join(recorded, `${build}.tree.json`), 'utf8')) as { path: string }[];
            for (const root of roots) {
                const files = tree.map((file) => file.path).filter((file) => file.startsWith(`${root}/`)).map((file) => file.slice(root.length + 1));
                const configFile = files.find((file) => /^config(\.\w+)?\.json$/.test(file)) ?? '';
                const content = JSON.parse(readFileSync(path.join(recorded, build, root, configFile), 'utf8')) as BundleConfig;
                const assets = listBundleAssets({ content });
                const ids = files.map((file) => idOfFile(file, content)).filter((id): id is string => id !== undefined);
                expect(ids.length).toBeGreaterThan(0);
                expect(ids.filter((id) => !assets.has(id))).toEqual([]);
            }
        }
    });
});
