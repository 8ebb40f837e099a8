import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findNode } from '../environment/node-release';

const root = path.resolve(__dirname, '../..');
let folder: string;
let bundle: string;

beforeAll(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'options-'));
    bundle = path.join(folder, 'options.js');
    await build({ entryPoints: [path.join(root, 'source/options/index.ts')], outfile: bundle, bundle: true, platform: 'node', format: 'cjs', target: 'node14.16' });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('options in the editor', () => {
    it('need no code made at run time, and bring neither ajv nor the JSON Schema compiler along', () => {
        const code = readFileSync(bundle, 'utf8');
        expect(code).not.toMatch(/new Function\b|\bFunction\(|\beval\(/);
        expect(code).not.toContain('ajv');
        expect(code.length).toBeLessThan(180_000);
    });

    it('work in Creator 3.8\'s Node, with eval refused', () => {
        const script = `
            const { resolveOptions, creatorVerifyRuleMap } = require(${JSON.stringify(bundle)});
            const { options, problems } = resolveOptions('creator', { server: 'https://cdn.example.com/g', packages: { 'cocos-alipay-mini-game': { cacheQuota: 5, remoteURL: '' } } });
            const rule = creatorVerifyRuleMap()['cocos-alipay-mini-game.cacheQuota'];
            console.log(JSON.stringify({ node: process.version, remoteUrl: options.remoteUrl, codes: problems.map((problem) => problem.code), accepted: [0, 5].map((value) => rule.func(value)) }));
        `;
        const output = execFileSync(findNode('14.16.0'), ['--disallow-code-generation-from-strings', '-e', script], { encoding: 'utf8' });
        expect(JSON.parse(output)).toEqual({ node: 'v14.16.0', remoteUrl: 'https://cdn.example.com/g/', codes: ['AMG102', 'AMG105'], accepted: [true, false] });
    });
});
