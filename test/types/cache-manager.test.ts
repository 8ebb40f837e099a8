import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { compile, compileEach, compilers, root } from './compile';

/** Every member as a game uses it on a platform that may lack it. */
const careful = `
    import { assetManager } from 'cc';
    const cache = assetManager.cacheManager;
    const address = 'https://cdn.example.com/my-game/remote/ui/native/ab/ab12.a1b2c.png';
    cache?.pin?.(address);
    cache?.pin?.(address, false);
    cache?.on?.('full', ({ url, bytes }) => { const text: string = url; const size: number = bytes; });
    cache?.off?.('evicted', ({ urls, bytes }) => { const first: string = urls[0]; });
    const quota: number | undefined = cache?.stats?.().quotaBytes;
    const temp: string | null | undefined = cache?.tempFiles?.get(address);
    cache?.cacheFile?.(address, '/tmp/a.png', undefined, 'ui', true);
    cache?.unzipAndCacheBundle?.(address, '/tmp/a.zip', 'ui', (error, unpacked) => { const text: string | undefined = unpacked; });
    cache?.makeBundleFolder?.('ui');
    const version: string | undefined = cache?.version;
    const row = cache?.cachedFiles.get(address)?.lastTime;
    cache?.clearLRU();
    if (cache) cache.resolveDownload = async (url, failures) => (failures > 0 ? { url, header: { key: 'k' } } : undefined);
`;

describe.each(compilers)('%s', (_name, compiler) => {
    it('a strict project uses every member without a cast', () => {
        expect(compile(careful, { ts: compiler, engine: true })).toEqual([]);
    });

    it('a project that is not strict, Creator\'s default, may leave the question marks out', () => {
        const careless = careful.replace(/\?\.(?=\()/g, '').replace(/\?\./g, '.');
        expect(compileEach([careless, careful], { ts: compiler, engine: true, strict: false })).toEqual([[], []]);
    });

    it('a strict project is held to asking, since other platforms lack the members', () => {
        expect(compile('import { assetManager } from \'cc\'; assetManager.cacheManager!.stats();', { ts: compiler, engine: true })).toEqual([expect.stringContaining('possibly \'undefined\'')]);
    });

    it('wrong names of events and of their fields do not compile', () => {
        const uses = ['on(\'ful\', () => undefined)', 'on(\'full\', ({ urls }) => urls)', 'stats().quota'].map((text) => `import { assetManager } from 'cc'; assetManager.cacheManager.${text};`);
        expect(compileEach(uses, { ts: compiler, engine: true, strict: false })).toEqual(['not assignable', 'does not exist', 'does not exist'].map((message) => [expect.stringContaining(message)]));
    });

    it('the declarations compile in a project without the engine\'s, and my is there', () => {
        expect(compile('my.onTouchStart(({ touches }) => touches[0].clientX);', { ts: compiler })).toEqual([]);
        expect(compile('const cache = 1;', { ts: compiler }, ['cache-manager.d.ts'])).toEqual([]);
    });
});

describe('docs/cache.md', () => {
    it('its examples compile, strict and not', () => {
        const examples = [...readFileSync(path.join(root, 'docs/cache.md'), 'utf8').matchAll(/```ts\n([^]*?)```/g)].map(([, text]) => text as string);
        expect(examples.length).toBeGreaterThan(0);
        expect(examples.filter((example) => /\bany\b/.test(example))).toEqual([]);
        const scripts = examples.map((example) => `declare const console: Record<'log' | 'warn', (...values: unknown[]) => void>;\n${example}`);
        for (const strict of [true, false]) expect(compileEach(scripts, { ts, engine: true, strict })).toEqual(scripts.map(() => []));
    });
});
