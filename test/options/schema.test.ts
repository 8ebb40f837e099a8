import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { generatedFiles } from '../../scripts/generated-files';

const root = path.resolve(__dirname, '../..');

describe('generated files', () => {
    it.each([...generatedFiles(root)])('%s is what the tables say (else: npm run generate)', (file, content) => {
        expect(readFileSync(path.join(root, file), 'utf8')).toBe(content);
    });

    it('are all there', () => {
        expect([...generatedFiles(root).keys()]).toEqual(expect.arrayContaining([
            'source/options/generated/validators.js',
            'i18n/en.js', 'i18n/zh.js',
            'static/schema/build-config.schema.json', 'static/schema/build-config.zh-CN.schema.json',
            'docs/problems.md', 'docs/problems.zh-CN.md',
            'README.md',
        ]));
        expect(readFileSync(path.join(root, 'README.md'), 'utf8')).toMatch(/<!-- option-table -->\n\| Option .*\n\| --- [^]*<!-- \/option-table -->/);
    });
});

describe.each(['', '.zh-CN'])('the published schema build-config%s.schema.json', (suffix) => {
    const schema: unknown = JSON.parse(readFileSync(path.join(root, 'static/schema', `build-config${suffix}.schema.json`), 'utf8'));
    const accepts = new Ajv({ strict: true }).compile(schema as object);

    it('takes build-config files of both hosts', () => {
        expect(accepts({
            $schema: './build-config.schema.json', platform: 'alipay-mini-game', debug: true, server: '', polyfills: { asyncFunctions: true, coreJs: false },
            packages: { 'alipay-mini-game': { deviceOrientation: 'portrait', somethingOfCreator: 1, __version__: '1.0.0' }, 'cocos-alipay-mini-game': { archiveRemote: true, __version__: '1.0.0' } },
        })).toBe(true);
    });

    it.each([
        { packages: { 'cocos-alipay-mini-game': { archiveRemot: true } } },
        { packages: { 'cocos-alipay-mini-game': { cacheQuota: 7 } } },
        { packages: { 'alipay-mini-game': { deviceOrientation: 'auto' } } },
        { polyfills: { asyncFunctions: 1 } },
        { server: 5 },
    ])('refuses %j', (config) => {
        expect(accepts(config)).toBe(false);
    });
});

describe('i18n files', () => {
    it.each(['en', 'zh'])('%s.js is a CommonJS map in the form both hosts read', async (language) => {
        const { default: texts } = (await import(path.join(root, 'i18n', `${language}.js`))) as { default: { title: string; options: Record<string, { label: string }> } };
        expect(texts.title).toMatch(/\S/);
        expect(texts.options['remoteUrl']?.label).toMatch(/\S/);
    });
});
