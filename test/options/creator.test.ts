import { describe, expect, it } from 'vitest';
import { creatorPanelItems, creatorPlatformOptions, creatorVerifyRuleMap } from '../../source/options';

const rules = creatorVerifyRuleMap();

function accepts(key: string, value: unknown, options?: unknown): unknown {
    const [rule = ''] = (key.includes('.') ? groupItem(key) : creatorPanelItems()[key])?.verifyRules ?? [];
    return rules[rule]?.func(value, options);
}

function groupItem(key: string): { verifyRules?: string[] } | undefined {
    const [row = '', property = ''] = key.split('.');
    const { itemConfigs = {} } = creatorPanelItems()[row] ?? {};
    return Array.isArray(itemConfigs) ? undefined : itemConfigs[property];
}

describe('creatorPanelItems', () => {
    it('shows our own rows only: the built-in platform shows the others', () => {
        expect(Object.keys(creatorPanelItems())).toEqual([
            'allowMissingRemoteUrl', 'remoteOutput', 'archiveRemote', 'mainPackage', 'adapter', 'mainPackageLimit', 'totalLimit', 'strict',
            'firstScreen', 'firstScreenColors', 'firstScreenLogo', 'firstScreenBackground', 'firstScreenText', 'engineSplash',
            'showStatusBar', 'networkTimeout', 'iOSHighPerformance', 'cacheQuota', 'recordHost',
        ]);
    });

    it('uses Creator\'s own controls', () => {
        const items = creatorPanelItems();
        expect(items['archiveRemote']).toEqual({
            label: 'i18n:cocos-alipay-mini-game.options.archiveRemote.label',
            description: 'i18n:cocos-alipay-mini-game.options.archiveRemote.description',
            default: false,
            verifyRules: ['cocos-alipay-mini-game.archiveRemote'],
            render: { ui: 'ui-checkbox' },
        });
        expect(items['firstScreenLogo']?.render).toMatchObject({ ui: 'ui-file', attributes: { protocols: 'project' } });
        expect(items['remoteOutput']?.render).toEqual({
            ui: 'ui-select',
            items: [
                { value: 'beside', label: 'i18n:cocos-alipay-mini-game.options.remoteOutput.choices.beside' },
                { value: 'inside', label: 'i18n:cocos-alipay-mini-game.options.remoteOutput.choices.inside' },
            ],
        });
        expect(items['cacheQuota']?.render).toEqual({ ui: 'ui-num-input', attributes: { min: 0, max: 1_000_000_000, step: 1, unit: 'bytes' } });
        expect(items['networkTimeout']).toMatchObject({ type: 'object', default: { request: 60000 }, itemConfigs: { request: { render: { ui: 'ui-num-input', attributes: { min: 1000 } } } } });
    });

    it('gives every control a rule that exists', () => {
        const named = JSON.stringify(creatorPanelItems()).match(/"verifyRules":\["([^"]+)"\]/g) ?? [];
        expect(named.map((rule) => rule.slice(16, -2)).sort()).toEqual(Object.keys(rules).sort());
    });
});

describe('creatorVerifyRuleMap', () => {
    it('judges as the build does', () => {
        expect(accepts('archiveRemote', true)).toBe(true);
        expect(accepts('archiveRemote', 'true')).toBe(false);
        expect(accepts('remoteOutput', 'inside')).toBe(true);
        expect(accepts('remoteOutput', 'elsewhere')).toBe(false);
        expect(accepts('cacheQuota', 0)).toBe(true);
        expect(accepts('cacheQuota', 5)).toBe(false);
        expect(accepts('networkTimeout.request', 1000)).toBe(true);
        expect(accepts('networkTimeout.request', 999)).toBe(false);
    });

    it('sees the panel\'s other options', () => {
        const options = { packages: { 'cocos-alipay-mini-game': { totalLimit: 2_000_000, networkTimeout: { request: 1 } } } };
        expect(accepts('mainPackageLimit', 1_000_000, options)).toBe(true);
        expect(accepts('mainPackageLimit', 3_000_000, options)).toBe(false);
        expect(accepts('networkTimeout.download', 5000, options)).toBe(true);
    });

    it('says in both languages what is allowed', () => {
        for (const { message } of Object.values(rules)) expect(message).toMatch(/^i18n:cocos-alipay-mini-game\.options\..*\.rule$/);
    });
});

describe('creatorPlatformOptions', () => {
    it('offers every row to a Creator that takes a whole platform, with a control unless hidden', () => {
        const { options, verifyRuleMap } = creatorPlatformOptions();
        expect(options['remoteUrl']).toMatchObject({ render: { ui: 'ui-input' }, verifyRules: ['cocos-alipay-mini-game.remoteUrl'] });
        expect(options['deviceOrientation']).toMatchObject({ render: { ui: 'ui-select' } });
        expect(options['subpackages']).toMatchObject({ hidden: true, type: 'array', default: [] });
        expect(options['subpackages']).not.toHaveProperty('render');
        const list = verifyRuleMap['cocos-alipay-mini-game.subpackages'];
        expect(list?.func([{ name: 'a', root: 'a/' }])).toBe(true);
        expect(list?.func([{ name: 'a' }])).toBe(false);
        const address = verifyRuleMap['cocos-alipay-mini-game.remoteUrl'];
        expect(address?.func('https://cdn.example.com/')).toBe(true);
        expect(address?.func('http://localhost/')).toBe(true);
        expect(address?.func('http://cdn.example.com/')).toBe(false);
        expect(address?.func('https://cdn.example.com/', { server: 'https://other.example.com/' })).toBe(false);
    });
});
