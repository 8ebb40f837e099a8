import { describe, expect, it } from 'vitest';
import { cocosCliCommonOptions, cocosCliItems, optionTable } from '../../source/options';

describe('cocosCliItems', () => {
    const items = cocosCliItems();

    it('owns every row', () => {
        expect(Object.keys(items)).toEqual(Object.keys(optionTable));
    });

    it('speaks the CLI\'s schema (host contract 1)', () => {
        expect(items['deviceOrientation']).toEqual({
            type: 'enum',
            items: [
                { value: 'landscape', label: 'i18n:alipay-mini-game.options.deviceOrientation.choices.landscape' },
                { value: 'portrait', label: 'i18n:alipay-mini-game.options.deviceOrientation.choices.portrait' },
            ],
            label: 'i18n:alipay-mini-game.options.deviceOrientation.label',
            description: 'i18n:alipay-mini-game.options.deviceOrientation.description',
            default: 'landscape',
        });
        expect(items['cacheQuota']).toMatchObject({ type: 'number', default: 0 });
        expect(items['remoteUrl']).toMatchObject({ type: 'string', default: '' });
        expect(items['polyfills']).toMatchObject({ type: 'object', default: { asyncFunctions: true }, properties: { asyncFunctions: { type: 'boolean' } } });
    });

    it('hides what the CLI cannot do and what nobody edits by hand', () => {
        const hidden = Object.entries(items).filter(([, item]) => item.hidden === true).map(([key]) => key);
        expect(hidden).toEqual(['separateEngine', 'wasmSubpackage', 'subpackages']);
    });

    it('has no rules: a rule that fails makes the CLI build on with the default (host contract 7)', () => {
        expect(JSON.stringify(items)).not.toContain('verify');
    });
});

describe('cocosCliCommonOptions', () => {
    it('hides the common options that say the same as a row', () => {
        expect(cocosCliCommonOptions()).toEqual({ startSceneAssetBundle: { hidden: true }, polyfills: { hidden: true }, server: { hidden: true } });
    });
});
