import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../environment/registry';
import { loadCliPlatform, loadCreatorExtension } from './installed-product';

const readProjectFile = (file: string): string => readFileSync(path.join(projectRoot, file), 'utf8');

describe('the installed product', () => {
    it('is an extension to Creator and a platform to the Cocos CLI by one package.json', () => {
        expect(JSON.parse(readProjectFile('package.json'))).toMatchObject({
            name: 'cocos-alipay-mini-game',
            package_version: 2,
            editor: '>=3.8.0',
            contributes: { builder: { register: true, platform: 'alipay-mini-game' } },
        });
        expect(loadCliPlatform().hooks).toMatchObject({ throwError: true, onBeforeBuild: expect.any(Function) as unknown, onAfterBuild: expect.any(Function) as unknown });
        expect(loadCreatorExtension().hooks).toMatchObject({ throwError: true, onBeforeBuild: expect.any(Function) as unknown, onAfterBuild: expect.any(Function) as unknown });
    });

    it.each(['main', 'builder', 'hooks', 'cli/config', 'cli/hooks', 'bin'])('needs no node_modules: dist/%s.js', (name) => {
        const required = [...readProjectFile(`dist/${name}.js`).matchAll(/\brequire\("([^"./][^"]*)"\)/g)].map(([, id = '']) => id.replace(/^node:/, ''));
        // The preview without a window drives a browser; it says so where the package is missing (AMG656).
        const optional = name === 'bin' ? ['playwright-core'] : [];
        expect([...new Set(required)].filter((id) => !builtinModules.includes(id) && !optional.includes(id))).toEqual([]);
    });
});
