import { describe, expect, it } from 'vitest';
import { installWarmup, resolveAddress, type SystemLoader } from '../../source/demo/system/warmup';

describe('the demo\'s System.warmup', () => {
    it.each([
        ['./cc.js', 'no-schema:/cocos-js/_virtual.js', 'no-schema:/cocos-js/cc.js'],
        ['./../cocos-js/cc.js', 'no-schema:/src/import-map.js', 'no-schema:/cocos-js/cc.js'],
        ['../src/chunks/bundle.js', 'no-schema:/cocos-js/cc.js', 'no-schema:/src/chunks/bundle.js'],
        ['/src/a.js', 'no-schema:/cocos-js/cc.js', 'no-schema:/src/a.js'],
        ['../../../a.js', 'no-schema:/b/c.js', 'no-schema:/a.js'],
        ['./a.js', 'project:///src/chunks/b.js', 'project:/src/chunks/a.js'],
        ['project:///src/a.js', 'no-schema:/cocos-js/cc.js', 'project:///src/a.js'],
    ])('resolves %s from %s', (address, parent, expected) => {
        expect(resolveAddress(address, parent)).toBe(expected);
    });

    it('runs files through the handler of their scheme, the import map and names first', async () => {
        const ran: string[] = [];
        const registration = [[], () => ({})];
        const system: SystemLoader = {
            registerRegistry: { 'virtual:///prerequisite-imports/main': registration },
            resolve: () => '',
            instantiate: (url) => [`named ${url}`],
            getRegister: (url) => [`file ${url ?? ''}`],
            import: () => Promise.resolve({}),
        };
        installWarmup(system);
        system.warmup?.({
            importMap: { imports: { cc: './../cocos-js/cc.js' } },
            importMapUrl: './src/import-map.js',
            defaultHandler: (path) => ran.push(path),
            handlers: { 'project:': (path) => ran.push(`project ${path}`) },
        });
        expect(system.resolve('cc')).toBe('no-schema:/cocos-js/cc.js');
        expect(system.resolve('virtual:///prerequisite-imports/main')).toBe('virtual:///prerequisite-imports/main');
        expect(() => system.resolve('unknown', 'no-schema:/a.js')).toThrow('"unknown", which no-schema:/a.js imports');
        expect(await system.instantiate('no-schema:/cocos-js/cc.js')).toEqual(['file no-schema:/cocos-js/cc.js']);
        expect(await system.instantiate('project:///src/a.js')).toEqual(['file project:///src/a.js']);
        expect(await system.instantiate('virtual:///prerequisite-imports/main')).toEqual(['named virtual:///prerequisite-imports/main']);
        expect(ran).toEqual(['/cocos-js/cc.js', 'project ///src/a.js']);
        expect(() => system.instantiate('https://example.com/a.js')).toThrow('no handler for the scheme "https:"');
    });
});
