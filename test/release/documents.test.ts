import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../environment/registry';

describe('the documents for users', () => {
    const { version } = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as { version: string };

    it.each(['README.md', 'README.zh-CN.md', 'docs/ci.md'])('%s names the npm package of this version', (file) => {
        const named = readFileSync(path.join(projectRoot, file), 'utf8').match(/cocos-alipay-mini-game-\d[\w.-]*\.tgz/g) ?? [];
        expect(new Set(named)).toEqual(new Set([`cocos-alipay-mini-game-${version}.tgz`]));
    });

    it.each(['README.md', 'README.zh-CN.md', 'docs/verify.md', 'docs/verify.zh-CN.md', 'docs/ci.md', 'docs/deploy.md'])('%s fetches nothing by the bare name, which is whoever\'s that registers it', (file) => {
        expect(readFileSync(path.join(projectRoot, file), 'utf8')).not.toMatch(/npm (i|install|exec)\b[^\n`]* cocos-alipay-mini-game(?!-)|npx cocos-alipay-mini-game/);
    });
});
