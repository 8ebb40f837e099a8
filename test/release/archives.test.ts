import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { packForNpm } from '../../scripts/release/archives';
import { writeFiles } from '../hosts/write-files';

const scratch = mkdtempSync(path.join(tmpdir(), 'release-archives-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('packForNpm', () => {
    const project = { name: 'cocos-alipay-mini-game', version: '1.2.3', bin: { tool: './dist/bin.js' } };
    const names = ['dist/bin.js', 'README.md'];

    /** The npm package of two files that a checkout gave these rights. */
    function pack(rights: number): Buffer {
        const root = path.join(scratch, rights.toString(8));
        writeFiles(root, Object.fromEntries(names.map((name) => [name, `// ${name}`])));
        for (const name of names) chmodSync(path.join(root, name), rights);
        const to = path.join(root, 'archives');
        mkdirSync(to);
        return readFileSync(path.join(to, packForNpm(new Map(names.map((name) => [name, path.join(root, name)])), project, { folder: path.join(root, 'npm'), to, installed: [] })));
    }

    it('gives the same bytes whatever the umask left of the files\' rights', () => {
        const usual = pack(0o644);
        expect(pack(0o600).equals(usual)).toBe(true);
        expect(pack(0o775).equals(usual)).toBe(true);
    });
});
