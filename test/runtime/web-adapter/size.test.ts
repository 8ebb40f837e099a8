import { Linter } from 'eslint';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const adapters = path.resolve(__dirname, '../../../dist/adapter');

/** Bytes at most, and after `gzip -9`. */
const budgets = [
    { file: 'web-adapter.js', bytes: 22_000, gzip: 7_200 },
    // What every engine asks for at its start, then what few games ask for: the Fetch standard, blobs, forms, sockets.
    { file: 'text-services.js', bytes: 3_600, gzip: 1_750 },
    { file: 'web-services.js', bytes: 35_500, gzip: 13_200 },
    { file: 'dom-parser.js', bytes: 8_000, gzip: 3_000 },
];

describe('the built adapter', () => {
    it.each(budgets)('$file keeps to $bytes bytes and $gzip gzipped', ({ file, bytes, gzip }) => {
        const code = readFileSync(path.join(adapters, file));
        expect(code.length).toBeLessThanOrEqual(bytes);
        expect(gzipSync(code, { level: 9 }).length).toBeLessThanOrEqual(gzip);
    });

    it('requires its options by a literal path and its parts by a computed one, and has a readable twin', () => {
        const code = readFileSync(path.join(adapters, 'web-adapter.js'), 'utf8');
        expect([...code.matchAll(/require\(([^)]*)\)/g)].map(([, given]) => /^"/.test(given!) ? given : 'computed')).toEqual(['"./adapter-options.js"', 'computed']);
        for (const part of ['text-services.js', 'web-services.js', 'dom-parser.js']) expect(code).toContain(`"${part}"`);
        for (const { file } of budgets) expect(existsSync(path.join(adapters, file.replace('.js', '.debug.js')))).toBe(true);
    });

    it.each(budgets)('$file has no syntax or library beyond ES2015, and no eval (platform facts 2.5)', ({ file }) => {
        const code = readFileSync(path.join(adapters, file), 'utf8');
        const rules = { 'no-eval': 'error', 'no-new-func': 'error', 'no-implied-eval': 'error' } as const;
        const messages = new Linter().verify(code, { languageOptions: { ecmaVersion: 2015, sourceType: 'commonjs' }, rules });
        expect(messages).toEqual([]);
        expect(code).not.toMatch(/Object\.(entries|values|fromEntries)|\.(includes|padStart|padEnd|flat|flatMap|replaceAll|at|trimStart|finally)\(/);
    });
});
