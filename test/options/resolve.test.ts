import { describe, expect, it } from 'vitest';
import { resolveOptions, selectRuntimeOptions, validateAgainstBuild, type OptionHost } from '../../source/options';
import { hasErrors, problemTable, type BuildProblem, type ProblemCode } from '../../source/problems';

const hosts: readonly OptionHost[] = ['creator', 'cocos-cli'];

const ours = (values: unknown): unknown => ({ packages: { 'cocos-alipay-mini-game': values } });
const platform = (values: unknown): unknown => ({ packages: { 'alipay-mini-game': values } });
const places = (problems: readonly BuildProblem[]): string[] => problems.map(({ code, where }) => `${code} ${where}`);

describe('resolveOptions: where values stand', () => {
    it.each(hosts)('fills every option with its default (%s)', (host) => {
        const defaults = resolveOptions(host, { platform: 'alipay-mini-game' });
        expect(defaults.problems).toEqual([]);
        expect(defaults.options).toEqual({
            startSceneAssetBundle: false,
            deviceOrientation: 'landscape',
            polyfills: { asyncFunctions: true },
            separateEngine: false,
            wasmSubpackage: false,
            subpackages: [],
            remoteUrl: '',
            allowMissingRemoteUrl: false,
            remoteOutput: 'beside',
            archiveRemote: false,
            mainPackage: 'standard',
            adapter: 'bundled',
            mainPackageLimit: 0,
            totalLimit: 0,
            strict: false,
            firstScreen: true,
            firstScreenColors: { background: '#12151c', bar: '#4c8dff', track: '#2a303c', text: '#ffffff' },
            firstScreenLogo: '',
            firstScreenBackground: '',
            firstScreenText: { en: '', zh: '' },
            engineSplash: 'project',
            showStatusBar: false,
            networkTimeout: { request: 60000, connectSocket: 60000, download: 60000, upload: 60000 },
            iOSHighPerformance: false,
            cacheQuota: 0,
            recordHost: false,
        });
        expect(resolveOptions(host, undefined)).toEqual(defaults);
    });

    it.each(hosts)('reads our rows under either key (%s)', (host) => {
        for (const place of [ours, platform]) {
            const { options, problems } = resolveOptions(host, place({ archiveRemote: true, networkTimeout: { download: 5000 }, cacheQuota: 50_000_000 }));
            expect(problems).toEqual([]);
            expect(options).toMatchObject({ archiveRemote: true, cacheQuota: 50_000_000, networkTimeout: { request: 60000, download: 5000 } });
        }
    });

    it('reads what the built-in platform of Creator shows (creator-types: alipay-mini-game)', () => {
        const { options, problems } = resolveOptions('creator', {
            server: 'https://cdn.example.com/g',
            startSceneAssetBundle: true,
            polyfills: { asyncFunctions: false, coreJs: true, targets: '' },
            packages: { 'alipay-mini-game': { deviceOrientation: 'portrait', separateEngine: true, wasmSubpackage: true, subpackages: [{ name: 'a', root: 'subpackages/a/' }] } },
        });
        expect(problems).toEqual([]);
        expect(options).toMatchObject({
            remoteUrl: 'https://cdn.example.com/g/',
            startSceneAssetBundle: true,
            polyfills: { asyncFunctions: false },
            deviceOrientation: 'portrait',
            separateEngine: true,
            wasmSubpackage: true,
            subpackages: [{ name: 'a', root: 'subpackages/a/' }],
        });
    });

    it('reads what a headless CLI build really passes (host recordings: onBeforeBuild)', () => {
        const { options, problems } = resolveOptions('cocos-cli', {
            platform: 'alipay-mini-game',
            startSceneAssetBundle: true,
            mainBundleIsRemote: true,
            server: 'https://cdn.example.com/g/',
            moveRemoteBundleScript: true,
            md5CacheOptions: { excludes: [], includes: [], replaceOnly: [], handleTemplateMd5Link: true },
            polyfills: { asyncFunctions: false },
            packages: { 'alipay-mini-game': { deviceOrientation: 'landscape', separateEngine: false } },
        });
        expect(problems).toEqual([]);
        expect(options).toMatchObject({ startSceneAssetBundle: true, remoteUrl: 'https://cdn.example.com/g/' });
    });

    it('takes `false` for async functions among the CLI\'s common options for the host\'s own, and in our section for the user\'s (host contract 1)', () => {
        expect(resolveOptions('cocos-cli', { polyfills: { asyncFunctions: false } }).options.polyfills.asyncFunctions).toBe(true);
        expect(resolveOptions('cocos-cli', platform({ polyfills: { asyncFunctions: false } })).options.polyfills.asyncFunctions).toBe(false);
        expect(resolveOptions('creator', { polyfills: { asyncFunctions: false } }).options.polyfills.asyncFunctions).toBe(false);
    });

    it('lets a default in one place give way to a value in another: hosts fill in defaults', () => {
        const { options, problems } = resolveOptions('cocos-cli', {
            server: 'https://cdn.example.com/',
            packages: { 'alipay-mini-game': { remoteUrl: '', deviceOrientation: 'landscape' }, 'cocos-alipay-mini-game': { deviceOrientation: 'portrait' } },
        });
        expect(problems).toEqual([]);
        expect(options).toMatchObject({ remoteUrl: 'https://cdn.example.com/', deviceOrientation: 'portrait' });
    });

    it('takes a right address where another place holds a wrong one', () => {
        const { options, problems } = resolveOptions('cocos-cli', { server: 'https://cdn.example.com/', packages: { 'alipay-mini-game': { remoteUrl: 'http://cdn.example.com/' } } });
        expect(places(problems)).toEqual(['AMG111 packages.alipay-mini-game.remoteUrl']);
        expect(options.remoteUrl).toBe('https://cdn.example.com/');
    });

    it('compares lists by what they hold', () => {
        const subpackages = [{ name: 'a', root: 'a/' }];
        const read = (other: unknown): string[] => places(resolveOptions('creator', { packages: { 'alipay-mini-game': { subpackages }, 'cocos-alipay-mini-game': { subpackages: other } } }).problems);
        expect(read([{ name: 'a', root: 'a/' }])).toEqual([]);
        expect(read([{ name: 'b', root: 'b/' }])).toEqual(['AMG109 packages.cocos-alipay-mini-game.subpackages']);
    });

    it('takes the same address in two forms for one', () => {
        const { options, problems } = resolveOptions('cocos-cli', { server: 'https://CDN.example.com/g', packages: { 'alipay-mini-game': { remoteUrl: 'https://cdn.example.com:443/g/' } } });
        expect(problems).toEqual([]);
        expect(options.remoteUrl).toBe('https://cdn.example.com/g/');
    });
});

describe('resolveOptions: what passes and what does not', () => {
    it.each(hosts)('lets common options and the hosts\' own notes pass (%s)', (host) => {
        expect(resolveOptions(host, { anything: { at: ['all'] }, packages: { 'some-plugin': { remoteUlr: 1 }, 'cocos-alipay-mini-game': { __version__: '1.0.1' } } }).problems).toEqual([]);
    });

    it('is strict about the platform\'s section on the CLI, where it is ours, and not in Creator, where it is the built-in platform\'s', () => {
        expect(places(resolveOptions('cocos-cli', platform({ remoteURL: 'x' })).problems)).toEqual(['AMG102 packages.alipay-mini-game.remoteURL']);
        expect(resolveOptions('creator', platform({ remoteURL: 'x', subpackages: [{ name: 'a', root: 'a', independent: true }] })).problems).toEqual([]);
    });

    it('reports every problem at once, and uses the default where a value is wrong', () => {
        const { options, problems } = resolveOptions('cocos-cli', {
            server: 'ftp://user:secret@cdn.example.com/?v=1',
            packages: {
                'alipay-mini-game': { strict: 'yes', cacheQuota: 5, networkTimeout: { request: 1, download: 9000, conect: 1 }, subpackages: [{ name: 'a' }] },
                'cocos-alipay-mini-game': [],
            },
        });
        expect(places(problems).sort()).toEqual([
            'AMG101 packages.alipay-mini-game.networkTimeout.conect',
            'AMG103 packages.alipay-mini-game.strict',
            'AMG103 packages.cocos-alipay-mini-game',
            'AMG105 packages.alipay-mini-game.cacheQuota',
            'AMG105 packages.alipay-mini-game.networkTimeout.request',
            'AMG106 packages.alipay-mini-game.subpackages.0',
            'AMG111 server',
            'AMG113 server',
            'AMG114 server',
        ]);
        expect(options).toMatchObject({ strict: false, cacheQuota: 0, networkTimeout: { request: 60000, download: 9000 }, subpackages: [], remoteUrl: '' });
        expect(JSON.stringify(problems)).not.toContain('secret');
    });
});

/** For every code of the family, an input that brings it about. */
const badInputs = {
    AMG101: ['creator', ours({ noSuchThingAtAll: 1 })],
    AMG102: ['creator', ours({ archiveRemotes: true })],
    AMG103: ['creator', ours({ archiveRemote: 'true' })],
    AMG104: ['creator', platform({ deviceOrientation: 'auto' })],
    AMG105: ['creator', ours({ mainPackageLimit: 100_000_001 })],
    AMG106: ['creator', ours({ subpackages: [{ root: 'a' }] })],
    AMG107: ['creator', ours({ subpackages: [{ name: 'a', root: 'a\\b' }] })],
    AMG108: ['creator', { archiveRemote: true }],
    AMG109: ['cocos-cli', { server: 'https://a.example.com', packages: { 'alipay-mini-game': { remoteUrl: 'https://b.example.com' } } }],
    AMG110: ['creator', { server: 'cdn.example.com/game' }],
    AMG111: ['creator', { server: 'http://cdn.example.com/game' }],
    AMG112: ['creator', { server: 'http://localhost:8080/' }],
    AMG113: ['creator', { server: 'https://cdn.example.com/?v=1' }],
    AMG114: ['creator', { server: 'https://user:password@cdn.example.com/' }],
    AMG115: ['cocos-cli', platform({ separateEngine: true })],
    AMG116: ['cocos-cli', platform({ wasmSubpackage: true })],
    AMG119: ['creator', ours({ mainPackageLimit: 4_000_000, totalLimit: 3_000_000 })],
    AMG120: ['creator', ours({ firstScreenColors: { bar: 'blue' } })],
} as const satisfies Partial<Record<ProblemCode, readonly [OptionHost, unknown]>>;

describe('bad input', () => {
    it.each(Object.entries(badInputs))('%s is reported, alone and once', (code, [host, hostOptions]) => {
        const { problems } = resolveOptions(host, hostOptions);
        expect(problems.map((problem) => problem.code)).toEqual([code]);
        expect(hasErrors(problems)).toBe(problemTable[code as ProblemCode].level === 'error');
    });

    it('is known for every code of the family', () => {
        const needBuild: ProblemCode[] = ['AMG117', 'AMG118'];
        // The pictures of the first screen: test/packager/first-screen-pictures.test.ts.
        const needProject: ProblemCode[] = ['AMG121', 'AMG122', 'AMG123', 'AMG124', 'AMG125', 'AMG126'];
        expect([...Object.keys(badInputs), ...needBuild, ...needProject].sort()).toEqual(Object.keys(problemTable).filter((code) => code.startsWith('AMG1')).sort());
    });

    it('of a line for the first screen is one that has no place in a line', () => {
        const read = (firstScreenText: object): string[] => places(resolveOptions('creator', ours({ firstScreenText })).problems);
        expect(read({ en: 'x'.repeat(40), zh: '灯'.repeat(20) })).toEqual([]);
        expect(read({ zh: '灯'.repeat(21) })).toEqual(['AMG107 packages.cocos-alipay-mini-game.firstScreenText.zh']);
        expect(read({ en: 'two\nlines' })).toEqual(['AMG107 packages.cocos-alipay-mini-game.firstScreenText.en']);
    });

    it('is shown as it is, cut where it is long', () => {
        const shown = (value: unknown): unknown => resolveOptions('creator', platform({ deviceOrientation: value })).problems[0]?.values['value'];
        expect(shown('x')).toBe('"x"');
        expect(shown('x'.repeat(80))).toBe(`"${'x'.repeat(80)}"`);
        expect(shown('x'.repeat(81))).toBe(`"${'x'.repeat(80)}…"`);
        expect([shown({ secret: 1 }), shown([1]), shown(null), shown(5n), shown(() => 1)]).toEqual(['{…}', '[…]', 'null', '5', 'function']);
    });

    it('names the place the value was read from', () => {
        expect(places(resolveOptions('cocos-cli', platform({ separateEngine: true })).problems)).toEqual(['AMG115 packages.alipay-mini-game.separateEngine']);
        expect(places(resolveOptions('cocos-cli', ours({ wasmSubpackage: true })).problems)).toEqual(['AMG116 packages.cocos-alipay-mini-game.wasmSubpackage']);
    });

    it.each([null, 5, 'options', true, [], () => 1, Symbol('x'), 10n])('takes anything for options: %s', (hostOptions) => {
        expect(places(resolveOptions('creator', hostOptions).problems)).toEqual(['AMG103 options']);
    });

    it.each([['packages', { packages: 'x' }], ['packages.alipay-mini-game', platform(null)]])('says where something else than an object stands: %s', (where, hostOptions) => {
        expect(places(resolveOptions('creator', hostOptions).problems)).toEqual([`AMG103 ${where}`]);
    });
});

describe('validateAgainstBuild', () => {
    const { options } = resolveOptions('creator', {});
    const facts = { host: 'creator', debug: false, remoteBundles: ['rem', 'main'] } as const;

    it('reports remote bundles without an address: an error in release, a warning in debug, naming them', () => {
        const [release, ...others] = validateAgainstBuild(options, facts);
        expect(release).toMatchObject({ code: 'AMG117', level: 'error', values: { bundles: 'rem, main' } });
        expect(others).toEqual([]);
        expect(validateAgainstBuild(options, { ...facts, debug: true })).toMatchObject([{ code: 'AMG117', level: 'warning' }]);
    });

    it('is content with an address, with nothing remote, and where the user allowed it', () => {
        expect(validateAgainstBuild({ ...options, remoteUrl: 'https://a.example.com/' }, facts)).toEqual([]);
        expect(validateAgainstBuild(options, { ...facts, remoteBundles: [] })).toEqual([]);
        expect(validateAgainstBuild({ ...options, allowMissingRemoteUrl: true }, facts)).toEqual([]);
    });

    it.each([['wasm', ['AMG118']], ['asmjs', []], ['both', []], [undefined, []]] as const)('judges nativeCodeBundleMode %s', (nativeCodeBundleMode, codes) => {
        for (const host of hosts) {
            const problems = validateAgainstBuild(options, { host, debug: true, remoteBundles: [], nativeCodeBundleMode });
            expect(problems.map(({ code }) => code)).toEqual(codes);
        }
    });
});

describe('selectRuntimeOptions', () => {
    it('lets nothing but the runtime rows into the package', () => {
        const { options } = resolveOptions('creator', { server: 'https://a.example.com', packages: { 'cocos-alipay-mini-game': { cacheQuota: 9_000_000 } } });
        expect(selectRuntimeOptions(options)).toEqual({ cacheQuota: 9_000_000, networkTimeout: { request: 60000, connectSocket: 60000, download: 60000, upload: 60000 } });
    });
});
