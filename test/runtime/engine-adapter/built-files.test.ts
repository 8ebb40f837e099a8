import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { createAlipayHost, createVirtualClock, type AlipayHost } from '../../../source/simulator/model';
import { createEngine } from './cc-stand-in';
import { server } from './game';

const adapters = path.resolve(__dirname, '../../../dist/adapter');
const codeOf = (name: string): string => readFileSync(path.join(adapters, `${name}.js`), 'utf8');

beforeAll(() => {
    if (!existsSync(path.join(adapters, 'engine-adapter.js'))) throw new Error('dist/adapter/engine-adapter.js is missing: run `npm run build` first');
});

/** Runs the built adapter as `game.js` does: CommonJS of the package, `window`, `my` and the published or registered `cc`. */
function bootBuilt({ options, registered = false }: { options?: object; registered?: boolean } = {}) {
    const host = createAlipayHost({ clock: createVirtualClock(), packageFiles: { 'a.json': '{"a":1}' } });
    const scope = host.globals as Record<string, unknown>;
    const clock = host.clock as ReturnType<typeof createVirtualClock>;
    const timers = scope as unknown as { setTimeout(run: () => void, ms: number): unknown; clearTimeout(handle: unknown): void; requestAnimationFrame(run: () => void): unknown };
    const cc = createEngine({
        frames: { now: () => clock.now(), requestAnimationFrame: timers.requestAnimationFrame, setTimeout: timers.setTimeout, clearTimeout: timers.clearTimeout },
        settings: { assets: { server } },
        createAudio: () => host.my.createInnerAudioContext(),
    });
    if (registered) scope['System'] = { resolve: (name: string) => `cocos-js/${name}.js`, get: (id: string) => (id === 'cocos-js/cc.js' ? cc : undefined) };
    else scope['cc'] = cc;
    const required: string[] = [];
    const require = (file: string): unknown => {
        required.push(file);
        if (file === './adapter-options.js' && options) return options;
        if (/^\.\/(engine-adapter|remote-assets|engine-services)\.js$/.test(file)) return run(file.slice(2, -3), require, host);
        if (file.startsWith('./src/')) return {};
        throw new Error(`Cannot find module '${file}'`);
    };
    require('./engine-adapter.js');
    cc.assetManager.init();
    const load = (url: string, more: object = {}): Promise<unknown> => clock.until(new Promise((resolve, reject) => {
        cc.assetManager.loadRemote(url, { ...more }, (error, data) => (error ? reject(error) : resolve(data)));
    }));
    return { host, cc, required, load };
}

function run(name: string, require: (file: string) => unknown, { globals, my }: AlipayHost): unknown {
    const module = { exports: {} as unknown };
    new Function('require', 'module', 'exports', 'window', 'my', 'console', codeOf(name))(require, module, module.exports, globals, my, console);
    return module.exports;
}

describe('the built engine-adapter', () => {
    it('is at most 16,000 bytes, 6,000 with gzip -9', () => {
        const code = codeOf('engine-adapter');
        expect(Buffer.byteLength(code)).toBeLessThanOrEqual(16_000);
        expect(gzipSync(code, { level: 9 }).length).toBeLessThanOrEqual(6_000);
    });

    it('has its part for remote files apart, at most 19,600 bytes, 8,500 with gzip -9', () => {
        const code = codeOf('remote-assets');
        expect(Buffer.byteLength(code)).toBeLessThanOrEqual(19_600);
        expect(gzipSync(code, { level: 9 }).length).toBeLessThanOrEqual(8_500);
    });

    it('has what few games need apart, at most 15,000 bytes, 7,000 with gzip -9', () => {
        const code = codeOf('engine-services');
        expect(Buffer.byteLength(code)).toBeLessThanOrEqual(15_000);
        expect(gzipSync(code, { level: 9 }).length).toBeLessThanOrEqual(7_000);
    });

    it.each(['engine-adapter', 'remote-assets', 'engine-services'])('%s makes no code from text', (name) => {
        expect(codeOf(name)).not.toMatch(/\beval\(|new Function|import\(/);
    });

    it.each([false, true])('finds cc where the engine put it; only in SystemJS: %s', async (registered) => {
        const { load, required } = bootBuilt({ registered });
        expect(await load('a.json')).toEqual({ a: 1 });
        expect(required).toEqual(['./engine-adapter.js', './adapter-options.js']);
    });

    it('requires its part for remote files when the first one is asked for', async () => {
        const { host, load, required, cc } = bootBuilt({ options: { cacheQuota: 2_000_000, networkTimeout: { download: 5000 } } });
        host.network.serve(server, { 'far.json': '{"far":1}' });
        expect(await load(`${server}far.json`)).toEqual({ far: 1 });
        expect(required).toEqual(['./engine-adapter.js', './adapter-options.js', './remote-assets.js']);
        expect((cc.assetManager.cacheManager as { stats(): { quotaBytes: number } }).stats().quotaBytes).toBe(2_000_000);
    });

    it('requires what few games need when one of it is asked for', async () => {
        const { host, load, required } = bootBuilt();
        await load('a.json');
        const { fsUtils } = host.globals as unknown as { fsUtils: { getUserDataPath(): string } };
        expect(required).not.toContain('./engine-services.js');
        expect(fsUtils.getUserDataPath()).toBe('/usr/data');
        expect(required.filter((file) => file === './engine-services.js')).toHaveLength(1);
    });

    it('runs scripts of the package by computed paths', async () => {
        const { load, required } = bootBuilt();
        await load('../src/chunks/bundle.js', { ext: '.js' });
        expect(required).toContain('./src/chunks/bundle.js');
        await expect(load('assets/none.js', { ext: '.js' })).rejects.toThrow('./assets/none.js');
    });
});

