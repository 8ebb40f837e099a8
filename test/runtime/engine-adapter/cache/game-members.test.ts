import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { membersOf } from '../../../types/compile';
import { startGame } from '../game';

const project = { ts, engine: true };

describe('assetManager.cacheManager as declared for games', () => {
    it('has on a running game exactly the members that the engine\'s declarations and ours name', () => {
        const { manager } = startGame();
        expect(Object.keys(manager).sort()).toEqual(membersOf('import(\'cc\').AssetManager.CacheManager', project).sort());
    });

    it('its figures and tables have exactly the declared members', () => {
        const { manager } = startGame();
        expect(Object.keys(manager.stats()).sort()).toEqual(membersOf('import(\'cc\').AssetManager.CacheStatistics', project).sort());
        for (const member of membersOf('import(\'cc\').AssetManager.CacheTable<string>', project)) {
            expect(manager.tempFiles).toHaveProperty(member);
            expect(manager.cachedFiles).toHaveProperty(member);
        }
    });

    it('its members are of the declared kinds', () => {
        const { manager } = startGame();
        const { version, cacheDir, resolveDownload, ...rest } = manager;
        expect([version, cacheDir, resolveDownload]).toEqual([expect.any(String), expect.any(String), null]);
        const kinds = Object.entries(rest).map(([name, value]) => `${name}: ${typeof value}`);
        expect(kinds.sort()).toEqual([
            'autoClear: boolean', 'cacheEnabled: boolean', 'cacheFile: function', 'cacheInterval: number', 'cachedFiles: object', 'clearCache: function',
            'clearLRU: function', 'deleteInterval: number', 'getCache: function', 'getTemp: function', 'makeBundleFolder: function', 'off: function',
            'on: function', 'pin: function', 'removeCache: function', 'stats: function', 'tempFiles: object', 'unzipAndCacheBundle: function',
        ]);
    });
});
