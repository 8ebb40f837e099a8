import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { installAdapter } from './installed';

describe('SystemJS', () => {
    it('starts on the adapter, and asks for files of the package by their paths (runtime contract 1)', async () => {
        const { window } = installAdapter();
        createContext(window);
        const distribution = path.dirname(require.resolve('systemjs/package.json'));
        runInContext(readFileSync(path.join(distribution, 'dist/system.js'), 'utf8'), window);
        const asked: string[] = [];
        const modules: Readonly<Record<string, string>> = {
            'src/main.js': 'System.register(["./part.js"], (out) => { let part; return { setters: [(given) => { part = given; }], execute: () => { out("sum", part.one + 1); } }; });',
            'src/part.js': 'System.register([], (out) => ({ execute: () => { out("one", 1); } }));',
        };
        const { System } = window;
        System.constructor.prototype.instantiate = (url: string) => {
            // As game.js does: the protocol and the slashes of a resolved address go.
            const file = url.replace(/^[a-z-]+:/i, '').replace(/^(\.?\/)+/, '');
            asked.push(file);
            runInContext(modules[file]!, window);
            return System.getRegister();
        };
        await expect(System.import('./src/main.js')).resolves.toMatchObject({ sum: 2 });
        expect(asked).toEqual(['src/main.js', 'src/part.js']);
    });
});
