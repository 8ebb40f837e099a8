// The decisions of `npm run test:games`: what is played, what speaks against a run, what the table says.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createProblem } from '../../source/problems';
import { createPng } from '../e2e/png';
import { readArguments } from './arguments';
import { readInputScript } from './input-script';
import { comparePictures, findReasons, findWarnings, judgeRun } from './judge-run';
import type { Observation } from './observation';
import { withLayout } from './pack-layout';
import { renderPage } from './page/render-page';
import { planRuns } from './plan-runs';
import { readGames, type Game } from './read-games';
import { countResults, type Results, type RunResult } from './results';
import { renewRemoteBundles, zipRemoteBundles } from './server/derive-build';
import { judgeOffline } from './server/play-scenario';
import { planFailingRequests } from './server/failing-requests';
import { coarseDifference, decodePicture, findStill, makeThumbnail } from './still-picture';
import { UsageError } from './usage-error';

let scratch = '';
beforeAll(() => { scratch = mkdtempSync(path.join(tmpdir(), 'games-plan-')); });
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function write(files: Readonly<Record<string, string>>): void {
    for (const [name, text] of Object.entries(files)) {
        mkdirSync(path.dirname(path.join(scratch, name)), { recursive: true });
        writeFileSync(path.join(scratch, name), text);
    }
}

function problemsOf(act: () => unknown): readonly string[] {
    try {
        act();
    } catch (error) {
        if (error instanceof UsageError) return error.problems.map(({ what, where, fix }) => [what, where, fix].join(' | '));
        throw error;
    }
    return [];
}

describe('the arguments', () => {
    it('have usual values, and --server takes its list or none', () => {
        expect(readArguments(['games'])).toMatchObject({ folder: 'games', out: path.resolve('games-results'), seconds: 20, clients: expect.arrayContaining(['android', 'ios']) as unknown, layouts: ['standard', 'lean'], scenarios: [], pack: false });
        expect(readArguments(['games', '--server', '--jobs', '2'])).toMatchObject({ scenarios: expect.arrayContaining(['cold', 'zip']) as unknown, jobs: 2 });
        expect(readArguments(['--server', 'warm,cold', 'games', '--layouts', 'lean'])).toMatchObject({ folder: 'games', scenarios: ['cold', 'warm'], layouts: ['lean'] });
    });

    it('say everything that is wrong at once', () => {
        expect(problemsOf(() => readArguments(['--clients', 'iphone', '--seconds', 'long', '--layouts', '']))).toEqual([
            expect.stringMatching(/^FOLDER is missing/), expect.stringMatching(/"long" is no number/), expect.stringMatching(/"iphone" is not known.*Choose from android/), expect.stringMatching(/--layouts/),
        ]);
        expect(problemsOf(() => readArguments(['games', '--second', '3']))[0]).toMatch(/--second.*usage/s);
    });
});

describe('a folder of games', () => {
    it('is read: packages, builds, twins, scripts', () => {
        const entry = { 'game.json': '{}', 'game.js': '' };
        const at = (folder: string, files: Readonly<Record<string, string>> = entry): void => write(Object.fromEntries(Object.entries(files).map(([name, text]) => [`all/${folder}/${name}`, text])));
        at('bare');
        at('bare-remote', { 'remote/shop/config.json': '{}' });
        at('whole/package');
        at('whole/engine');
        at('whole', { 'build/application.js': '', 'build/remote/shop/config.1a2b3.json': '{}', 'config.json': '{}', 'about.json': '{"engine":"3.8.5"}', 'taps.json': '[{"at":5,"hide":1},{"at":2,"tap":[1,2]}]' });
        at('lean/package', { ...entry, 'subpackages/cocos-game/application.js': '', 'subpackages/cocos-game/start-game.js': '' });
        at('notes', { 'README.md': '' });
        at('whole-remote/package');
        const games = readGames(path.join(scratch, 'all'));
        expect(games.map(({ name, packages, build, engine, hasRemote, hasVersions }) => [name, Object.keys(packages), build !== undefined, engine !== undefined, hasRemote, hasVersions])).toEqual([
            ['bare', ['standard'], false, false, true, false], ['lean', ['lean'], false, false, false, false], ['whole', ['standard'], true, true, true, true], ['whole-remote', ['standard'], false, false, false, false],
        ]);
        expect(games[2]).toMatchObject({ about: { engine: '3.8.5' }, steps: [{ at: 2, tap: [1, 2] }, { at: 5, hide: 1 }] });
        expect(readGames(path.join(scratch, 'all', 'whole')).map(({ name }) => name)).toEqual(['whole']);
        expect(problemsOf(() => readGames(path.join(scratch, 'all'), 'hole'))).toEqual([expect.stringMatching(/no game named "hole".*Games: bare, lean, whole, whole-remote/)]);
    });

    it('that is none says what is wrong, where, and how to fix it', () => {
        write({ 'empty/README.md': '', 'file': '', 'bad/game.json': '{}', 'bad/game.js': '', 'bad/about.json': '{', 'bad/taps.json': '[{"at":1}]' });
        for (const [folder, what] of [['nowhere', 'There is no such folder'], ['file', 'This is a file'], ['empty', 'There is no game']] as const) {
            expect(problemsOf(() => readGames(path.join(scratch, folder)))).toEqual([expect.stringMatching(new RegExp(`^${what}.*${folder}.*<game>/package/`))]);
        }
        expect(problemsOf(() => readGames(path.join(scratch, 'bad')))).toEqual([expect.stringMatching(/Entry 1 of the script.*taps\.json/), expect.stringMatching(/cannot be read.*about\.json/)]);
    });
});

it('a script of inputs has four kinds, each with its time', () => {
    const { steps, problems } = readInputScript('[{"at":0,"type":"name"},{"at":1,"tap":[1]},{"at":-1,"hide":2},{"at":3,"drag":[1,2,3,4],"ms":50},{"tap":[1,2]},{"at":1,"tap":[1,2],"hide":3}]', 'taps.json');
    expect(steps).toEqual([{ at: 0, type: 'name' }, { at: 3, drag: [1, 2, 3, 4], ms: 50 }]);
    expect(problems.map(({ what }) => /Entry \d/.exec(what)![0])).toEqual(['Entry 2', 'Entry 3', 'Entry 5', 'Entry 6']);
    expect(readInputScript('{}', 'taps.json').problems).toHaveLength(1);
});

describe('the plan', () => {
    const game = (changes: Partial<Game>): Game => ({ name: 'g', about: {}, steps: [], packages: { standard: '/g/package' }, hasRemote: false, hasVersions: false, ...changes });
    const build = { directory: '/g/build', config: '/g/config.json' };
    const choice = { clients: ['android', 'ios'], layouts: ['standard', 'lean'], scenarios: [], pack: false } as const;

    it('plays the twin first, and packs what is missing', () => {
        const { groups, skipped } = planRuns([game({ engine: '/g/engine', build }), game({ name: 'h' })], choice);
        expect(groups.map((runs) => runs.map(({ id, source }) => `${id} ${source.from}`))).toEqual([
            ['g--android--engine folder', 'g--android--standard folder', 'g--android--lean build'],
            ['g--ios--engine folder', 'g--ios--standard folder', 'g--ios--lean build'],
            ['h--android--standard folder'], ['h--ios--standard folder'],
        ]);
        expect(skipped).toEqual([expect.stringMatching(/^h: no lean package/)]);
        expect(planRuns([game({ build })], { ...choice, pack: true }).groups[0]!.map(({ source }) => source.from)).toEqual(['build', 'build']);
    });

    it('plays scenarios of games with a server, where they can be made', () => {
        const scenarios = ['cold', 'update', 'zip'] as const;
        const one = { ...choice, clients: ['ios'], layouts: ['standard'], scenarios } as const;
        expect(planRuns([game({ engine: '/g/engine', build, hasRemote: true, hasVersions: true })], one).groups.flat().map(({ id, next }) => `${id}${next ? ' +' : ''}`)).toEqual([
            'g--ios--engine--cold', 'g--ios--standard--cold', 'g--ios--standard--update +', 'g--ios--standard--zip',
        ]);
        expect(planRuns([game({ hasRemote: true })], one).groups.flat().map(({ id }) => id)).toEqual(['g--ios--standard--cold']);
        expect(planRuns([game({})], one)).toMatchObject({ groups: [], skipped: [1, 2, 3].map(() => expect.stringMatching(/no remote bundles/) as unknown) });
    });

    it('sets the layout where the host of the build keeps its options', () => {
        expect(withLayout({ packages: { 'alipay-mini-game': { remoteUrl: 'x' } } }, 'lean')).toEqual({ packages: { 'alipay-mini-game': { remoteUrl: 'x', mainPackage: 'lean' } } });
        expect(withLayout({ packages: { 'cocos-alipay-mini-game': {}, 'alipay-mini-game': {} } }, 'lean').packages).toEqual({ 'cocos-alipay-mini-game': { mainPackage: 'lean' }, 'alipay-mini-game': {} });
        expect(withLayout({}, 'standard')).toEqual({ packages: { 'alipay-mini-game': { mainPackage: 'standard' } } });
    });

    it('fails the same quarter of the requests for the same seed', () => {
        const faults = planFailingRequests(14, 0.25);
        expect(faults).toEqual(planFailingRequests(14, 0.25));
        expect(faults).not.toEqual(planFailingRequests(15, 0.25));
        expect(faults.length / 4000).toBeCloseTo(0.25, 1);
    });
});

const shown: Observation = {
    firstPictureMs: 100, firstFrameMs: 200, settledMs: 300, blank: false, problems: [], consoleErrors: [], failedRequests: [], missedInputs: [],
    callsBeforeFirstFrame: 40, calls: 90, callsByApi: {}, frames: 100, frameMedianMs: 66, userFiles: { count: 0, bytes: 0 }, pictures: {},
};

describe('the judgement', () => {
    const uncaught = (where: string, message: string) => createProblem('AMG660', where, { message });

    it('passes a game that draws and is quiet', () => {
        expect(judgeRun(findReasons(shown), {}, undefined)).toEqual({ result: 'plays', reasons: [], excused: [] });
    });

    it('takes warnings of the verdict for notes', () => {
        const problems = [createProblem('AMG660', 'game.js:1:1', { message: 'x' }, 'warning')];
        expect(findReasons({ ...shown, problems })).toEqual([]);
        expect(findWarnings({ ...shown, problems })).toEqual([expect.stringMatching(/^AMG660 game.js:1:1: /)]);
    });

    it('names each cause once', () => {
        const reasons = findReasons({ ...shown, blank: true, consoleErrors: ['no 1', 'no 2', 'yes'], missedInputs: ['{}: no keyboard was open'] });
        expect(judgeRun(reasons, {}, undefined)).toMatchObject({ result: 'fails', reasons: [{ kind: 'console', text: 'no 1', likewise: null }, { text: 'yes' }, { kind: 'blank' }, { kind: 'input' }] });
    });

    it('tells what the engine\'s own adapters do likewise, whatever file and line they have', () => {
        const engine = findReasons({ ...shown, problems: [uncaught('adapter.js:1:2', 'TypeError: x of 3')], consoleErrors: ['lost https://a.example/b.1a2b3.png of ce6b71fa-561b-4b04-b9bf-6f838159a806@82e31'] });
        const ours = findReasons({ ...shown, problems: [uncaught('engine-adapter.js:9:9', 'TypeError: x of 4')], consoleErrors: ['lost https://b.example/b.cafe5.png of d7768ce5-76a4-45cf-b1a0-aeb287f9232a@51988@aeaac'] });
        expect(judgeRun(ours, {}, engine)).toMatchObject({ result: 'likewise', reasons: [{ likewise: true }, { likewise: true }] });
        const more = findReasons({ ...shown, consoleErrors: ['ours alone'] });
        expect(judgeRun([...ours, ...more], {}, engine)).toMatchObject({ result: 'fails', reasons: [{ likewise: true }, { likewise: true }, { likewise: false }] });
    });

    it('knows that a start without a picture follows from what the engine\'s adapters fail for too', () => {
        const engine = findReasons({ ...shown, problems: [uncaught('a.js:1:2', 'Error: x')] });
        const ours = [uncaught('b.js:1:2', 'Error: x'), createProblem('AMG663', 'game', { seconds: 20 })];
        expect(judgeRun(findReasons({ ...shown, blank: true, problems: ours }), {}, engine).result).toBe('likewise');
        expect(judgeRun(findReasons({ ...shown, problems: ours.slice(1) }), {}, engine).result).toBe('fails');
    });

    it('excuses what about.json calls the game\'s own, and says so', () => {
        expect(judgeRun(findReasons({ ...shown, consoleErrors: ['no ads here'] }), { expected: [{ text: '^no ads', why: 'asks for ads' }] }, undefined)).toEqual({ result: 'plays', reasons: [], excused: [{ text: 'no ads here', why: 'asks for ads' }] });
    });

    it('asks a second start without a network to come, or to say that a subpackage does not', () => {
        const none = { ...shown, firstFrameMs: null, problems: [createProblem('AMG663', 'game', { seconds: 60 })] };
        const lost = { ...none, consoleErrors: ['my loadSubpackage main: loadSubpackage: no network (error 12)'] };
        expect(judgeOffline({ ...shown, consoleErrors: ['no network'] })).toMatchObject({ reasons: [], notes: ['console: no network'] });
        expect(judgeOffline(none).reasons).toMatchObject([{ key: 'AMG663' }]);
        expect(judgeOffline(lost).reasons).toEqual([]);
        expect(judgeOffline({ ...lost, blank: true }).reasons).toMatchObject([{ key: 'AMG663' }, { key: 'blank' }]);
    });

    it('compares pictures of games that stand still', () => {
        const picture = (light: number): string => createPng(32, 48, (x, y) => (x < 16 ? [light, light, light, 255] : [y * 5, 90, 30, 255])).toString('base64');
        const at = (light: number, settledMs: number | null = 300): Observation => ({ ...shown, settledMs, pictures: { settled: picture(light), end: picture(light) } });
        expect(comparePictures(at(200), at(205))).toEqual({ difference: expect.closeTo(0.01, 2) as unknown });
        expect(comparePictures(at(0), at(200))).toMatchObject({ difference: expect.closeTo(0.39, 2) as unknown, reason: { kind: 'picture' } });
        expect(comparePictures(at(0, null), at(200)).reason).toBeUndefined();
        expect(comparePictures(shown, shown)).toEqual({ difference: null });
    });
});

describe('pictures', () => {
    const square = (place: number, width = 40, height = 80) => decodePicture(createPng(width, height, (x, y) => (Math.hypot(x - place, y - 40) < 8 ? [255, 255, 255, 255] : [10, 20, 30, 255])).toString('base64'));

    it('stand still from the first that all later ones agree with', () => {
        const samples = [0, 10, 20, 20, 20].map((place, index) => ({ at: index * 100, picture: square(place) }));
        expect(findStill(samples)?.at).toBe(200);
        expect(findStill(samples.slice(0, 3))).toBeUndefined();
        expect(findStill(samples.slice(0, 1))).toBeUndefined();
    });

    it('differ little where something moves, wholly where the screen is turned', () => {
        expect(coarseDifference(square(10), square(14))).toBeLessThan(0.05);
        expect(coarseDifference(square(10), square(10, 80, 40))).toBe(1);
    });

    it('become small for the table', () => {
        const { width, height } = PNG.sync.read(Buffer.from(makeThumbnail(square(10), 20), 'base64'));
        expect([width, height]).toEqual([10, 20]);
    });
});

describe('a build with remote bundles', () => {
    const config = { name: 'shop', versions: { import: [0, 'aaaaa'], native: [0, '11111'] }, uuids: ['u'] };
    beforeAll(() => write({
        'b/remote/shop/config.ccccc.json': JSON.stringify(config), 'b/remote/shop/import/u.aaaaa.json': '[]', 'b/remote/shop/native/u.11111.png': 'png',
        'b/remote/shop/index.ccccc.js': '', 'b/src/settings.json': JSON.stringify({ assets: { bundleVers: { shop: 'ccccc', main: 'mmmmm' } } }),
    }));

    it.each([
        ['zip', zipRemoteBundles, { isZip: true, zipVersion: expect.stringMatching(/^[0-9a-f]{5}$/) as unknown }, /^res\.[0-9a-f]{5}\.zip$/],
        ['renew', renewRemoteBundles, { versions: { import: [0, 'aaaaa'], native: [0, expect.stringMatching(/^(?!11111)[0-9a-f]{5}$/) as unknown] } }, /^native$/],
    ] as const)('%s: config, script and settings have the version of what is new', async (name, derive, changed, file) => {
        const { readdirSync, readFileSync } = await import('node:fs');
        const to = path.join(scratch, `b-${name}`);
        expect(await derive(path.join(scratch, 'b'), to)).toMatch(/shop|1 remote/);
        const names = readdirSync(path.join(to, 'remote', 'shop'));
        const version = /^config\.(\w+)\.json$/.exec(names.find((entry) => entry.startsWith('config.'))!)![1]!;
        expect(version).not.toBe('ccccc');
        expect(names).toContain(`index.${version}.js`);
        expect(names.some((entry) => file.test(entry))).toBe(true);
        expect(JSON.parse(readFileSync(path.join(to, 'remote', 'shop', `config.${version}.json`), 'utf8'))).toMatchObject(changed);
        expect(JSON.parse(readFileSync(path.join(to, 'src', 'settings.json'), 'utf8'))).toEqual({ assets: { bundleVers: { shop: version, main: 'mmmmm' } } });
    });
});

it('the table shows ours beside the engine\'s, and is text whatever a game says', () => {
    const { pictures: _pictures, problems: _problems, callsByApi, ...seen } = shown;
    const run = (changes: Partial<RunResult>): RunResult => ({
        id: 'g--ios--lean', game: 'g', client: 'ios', variant: 'lean', scenario: null, result: 'fails', excused: [], notes: ['a note'], pictures: { end: 'pictures/g.png' },
        reasons: [{ kind: 'console', text: '<script>alert(1)</script>', key: '', likewise: false }], package: { bytes: 1_234_567, mainBytes: 1, remoteBytes: 0, made: 'found', packProblems: '' },
        shown: seen, callsByApi, comparison: { engineRun: 'e', pictureDifference: 0.034 }, durationMs: 1, ...changes,
    });
    const runs = [run({}), run({ id: 'e', variant: 'engine', result: 'plays', reasons: [], comparison: null, shown: { ...seen, callsBeforeFirstFrame: 78, settledMs: null } })];
    const results: Results = { version: 1, made: '2026-01-02T03:04:05.000Z', product: '0.1.0', seconds: 20, device: 'iPhone SE', games: [{ name: 'g', about: { repo: 'https://example.com/g', covers: ['spine'] }, inputs: 3 }], runs, summary: countResults(runs) };
    expect(results.summary).toEqual({ plays: 0, likewise: 0, fails: 1 });
    const page = renderPage(results, new Map([['pictures/g.png', 'AAAA']]));
    expect(page).not.toContain('<script>alert');
    expect(page).toContain('40<span> / 78</span>');
    expect(page).toContain('300 ms<span> / moves</span>');
    expect(page).toContain('1.23 MB');
    expect(page).toContain('ours alone');
    expect(page).toContain('3 % off');
    expect(page.match(/<tbody id=/g)).toHaveLength(1);
    expect(page).toContain('href="#g--ios--lean"');
});
