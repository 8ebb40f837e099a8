import { afterEach, beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest';
import { sweptProfiles } from '../../environment/swept-profiles';
import { defaultTexts } from '../../../source/runtime/first-screen/failure/texts';
import { createTellFailure } from '../../../source/runtime/first-screen/failure/tell-failure';
import { startLean, type LeanStartOptions } from '../../../source/runtime/lean-start/lean-start';
import type { LoadSubpackageTask, SubpackageProgress } from '../../../source/platform/my';
import { HostNetwork, type Fault, type HostSetup } from '../../../source/simulator/model';
import { startFirstScreen, type Started } from '../first-screen/started';

let logged: MockInstance<typeof console.error>;
beforeEach(() => { logged = vi.spyOn(console, 'error').mockImplementation(() => undefined); });
afterEach(() => logged.mockRestore());

const name = 'cocos-game';
const entry = `subpackages/${name}/game.js`;

interface Game extends Started {
    /** How often the subpackage's game.js ran. */
    runs(): number;
    /** Every fraction of the download that was reported, in order. */
    readonly fractions: readonly number[];
    /** Where the player taps to try again. */
    tapTryAgain(): void;
}

/** What of its progress a host tells. */
type ProgressShape = (progress: SubpackageProgress) => Partial<SubpackageProgress>;

function reshape(task: LoadSubpackageTask | undefined | void, shape: ProgressShape): LoadSubpackageTask {
    return { onProgressUpdate: (listener) => task!.onProgressUpdate!((progress) => listener(shape(progress) as SubpackageProgress)) };
}

/** A lean package's main part, just started. The subpackage takes two seconds to come. */
function start({ faults = [], setup = {}, options = {}, task }: { faults?: readonly Fault[]; setup?: HostSetup; options?: Partial<LeanStartOptions>; task?: ProgressShape } = {}): Game {
    let runs = 0;
    const started = startFirstScreen({ layout: 'lean' }, {
        packageFiles: { 'game.json': JSON.stringify({ subpackages: [{ name, root: `subpackages/${name}/` }] }), [entry]: ' '.repeat(100_000) },
        latencyMs: { subpackages: 2000 },
        runModule: (path) => {
            expect(path).toBe(entry);
            started.window['gameHasStarted'] = true;
            runs += 1;
        },
        ...setup,
    });
    started.host.faults.add(...faults);
    const fractions: number[] = [];
    const { report } = started.screen;
    started.screen.report = (phase, fraction) => {
        if (phase === 'download') fractions.push(fraction);
        report(phase, fraction);
    };
    started.window['firstScreen'] = started.screen;
    const { my } = started.host;
    startLean({ scope: started.window, my: task ? { ...my, loadSubpackage: (given) => reshape(my.loadSubpackage!(given), task) } : my, name, tellFailure: createTellFailure({ scope: started.window, my }), ...options });
    return { ...started, fractions, runs: () => runs, tapTryAgain: () => started.host.user.tap(195, 450) };
}

const loads = (game: Game): number => game.host.calls.count('loadSubpackage');
const failing = (times: number): Fault => ({ api: 'loadSubpackage', at: 1, times, kind: 'fail' });
/** Whether the first screen shows a failure: it has no bar then. */
const hasFailed = (game: Game): boolean => game.layers().length === 1;

function askForDetails({ written, host }: Game): void {
    const [, x, y] = written().find(([text]) => text === '查看详情')!;
    host.user.tap(x, y);
}

/** At two frames a second: how many pictures are drawn meanwhile matters to nothing. */
async function letTenMinutesPass({ host, clock }: Game): Promise<void> {
    host.my.setPreferredFramesPerSecond!(2);
    await clock.advance(600_000);
}

describe('the subpackage of a lean package', () => {
    it.each(sweptProfiles)('is loaded once, and starts the game once (%s)', async (_name, profile) => {
        const game = start({ setup: { profile } });
        await game.clock.advance(2100);
        expect([loads(game), game.runs(), hasFailed(game)]).toEqual([1, 1, false]);
        expect(game.fractions[game.fractions.length - 1]).toBe(1);
        await letTenMinutesPass(game);
        expect([loads(game), game.runs()]).toEqual([1, 1]);
        // A client may take all listeners away when it is asked for one.
        expect(['offHide', 'offShow'].map((api) => game.host.calls.count(api))).toEqual([0, 0]);
    });

    it('tells the bytes where the host does', async () => {
        const network = new HostNetwork({ bytesPerSecond: 10_000, latencyMs: 50 });
        const game = start({ setup: { network, latencyMs: 0, switches: { subpackageTask: true } } });
        await game.clock.advance(5_050);
        expect(game.fractions[game.fractions.length - 1]).toBeCloseTo(0.5);
        await game.clock.advance(6_000);
        expect([...game.fractions].sort((a, b) => a - b)).toEqual(game.fractions);
        expect(game.runs()).toBe(1);
    });

    it('tells the percent where the host tells no total', async () => {
        const network = new HostNetwork({ bytesPerSecond: 10_000, latencyMs: 50 });
        const game = start({ setup: { network, latencyMs: 0, switches: { subpackageTask: true } }, task: ({ progress }) => ({ progress }) });
        await game.clock.advance(5_050);
        expect(game.fractions[game.fractions.length - 1]).toBeCloseTo(0.5);
        await game.clock.advance(6_000);
        expect(game.runs()).toBe(1);
    });

    it.each([
        ['only bytes without a total', ({ totalBytesWritten }: SubpackageProgress) => ({ totalBytesWritten, totalBytesExpectedToWrite: 0 })],
        ['nothing', () => ({})],
    ])('is not given up while the host tells of it, be it %s; the bar creeps', async (_name, task) => {
        const network = new HostNetwork({ bytesPerSecond: 10_000, latencyMs: 50 });
        const game = start({ setup: { network, latencyMs: 0, switches: { subpackageTask: true } }, options: { timeout: 1500 }, task });
        await game.clock.advance(9_000);
        expect(loads(game)).toBe(1);
        expect(Math.max(...game.fractions)).toBeGreaterThan(0.5);
        expect([...game.fractions].sort((a, b) => a - b)).toEqual(game.fractions);
        await game.clock.advance(3_000);
        expect([loads(game), game.runs(), hasFailed(game)]).toEqual([1, 1, false]);
    });

    it('creeps where the host tells nothing, and never reaches the end by itself', async () => {
        const game = start({ setup: { latencyMs: { subpackages: 50_000 } } });
        await game.clock.advance(49_000);
        expect(game.fractions.length).toBeGreaterThan(100);
        expect([...game.fractions].sort((a, b) => a - b)).toEqual(game.fractions);
        expect(Math.max(...game.fractions)).toBeLessThan(0.9);
        expect(Math.max(...game.fractions)).toBeGreaterThan(0.8);
    });

    it('is started by us on a host that only loads it', async () => {
        let booted = 0;
        const game = start({ setup: { runModule: () => undefined }, options: { boot: () => { booted += 1; } } });
        await game.clock.advance(2100);
        expect(booted).toBe(1);
    });

    it.each([
        ['marks it', 'gameHasStarted', true],
        ['brings SystemJS, as one of the game\'s own does', 'System', {}],
    ])('is not started again where its boot %s', async (_name, mark, value) => {
        let booted = 0;
        const game: Game = start({ setup: { runModule: () => { game.window[mark] = value; } }, options: { boot: () => { booted += 1; } } });
        await game.clock.advance(2100);
        expect(booted).toBe(0);
    });
});

describe('a load that goes wrong', () => {
    it('once is tried again after a second, without a word to the player', async () => {
        const game = start({ faults: [failing(1)] });
        await game.clock.advance(2000);
        expect([loads(game), game.runs()]).toEqual([1, 0]);
        await game.clock.advance(1000);
        expect(loads(game)).toBe(2);
        await game.clock.advance(2100);
        expect([game.runs(), hasFailed(game)]).toEqual([1, false]);
        expect(String(logged.mock.calls[0]![0])).toContain('loadSubpackage');
    });

    it('always is tried four times with growing waits, then the player is asked; trying again starts from the front', async () => {
        const game = start({ faults: [failing(4)] });
        const times: number[] = [];
        game.host.calls.subscribe(({ api, startedAt }) => { if (api === 'loadSubpackage') times.push(startedAt); });
        await game.clock.advance(60_000);
        expect(times.map((time, index) => time - (times[index - 1] ?? 0)).slice(1)).toEqual([3000, 4000, 6000]);
        expect([loads(game), hasFailed(game), game.runs()]).toEqual([4, true, 0]);
        expect(game.texts()).toContain('重试');
        game.tapTryAgain();
        await game.frame();
        expect(hasFailed(game)).toBe(false);
        await game.clock.advance(2100);
        expect([loads(game), game.runs()]).toEqual([5, 1]);
    });

    it('never answering counts as failed after the time it was given', async () => {
        const game = start({ faults: [{ api: 'loadSubpackage', at: 1, kind: 'never', effect: 'none' }], options: { timeout: 10_000 } });
        await game.clock.advance(9_900);
        expect(loads(game)).toBe(1);
        await game.clock.advance(1_200);
        expect(loads(game)).toBe(2);
        await game.clock.advance(2_100);
        expect([game.runs(), hasFailed(game)]).toEqual([1, false]);
    });

    it('never answering although the game was started is left at that', async () => {
        const game = start({ faults: [{ api: 'loadSubpackage', at: 1, kind: 'never' }], options: { timeout: 10_000 } });
        await letTenMinutesPass(game);
        expect([loads(game), game.runs(), hasFailed(game)]).toEqual([1, 1, false]);
    });

    it('is not given up while bytes come', async () => {
        const network = new HostNetwork({ bytesPerSecond: 10_000, latencyMs: 50 });
        const game = start({ setup: { network, latencyMs: 0, switches: { subpackageTask: true } }, options: { timeout: 1500 } });
        await game.clock.advance(12_000);
        expect([loads(game), game.runs()]).toEqual([1, 1]);
    });

    it('coming late, after it was tried again, starts the game once', async () => {
        const network = new HostNetwork({ bytesPerSecond: 9_000 });
        const game = start({ setup: { network, latencyMs: 0 }, options: { timeout: 10_000 } });
        await game.clock.advance(11_050);
        expect([loads(game), game.runs()]).toEqual([2, 0]);
        await letTenMinutesPass(game);
        expect([loads(game), game.runs(), hasFailed(game)]).toEqual([2, 1, false]);
        expect(game.fractions.filter((fraction) => fraction === 1)).toHaveLength(1);
    });

    it('coming when the player has been asked already takes the question away', async () => {
        const network = new HostNetwork({ bytesPerSecond: 3_000 });
        const game = start({ setup: { network, latencyMs: 0 }, options: { timeout: 5_000 } });
        await game.clock.advance(28_000);
        expect([hasFailed(game), loads(game)]).toEqual([true, 4]);
        await game.clock.advance(10_000);
        expect([hasFailed(game), game.runs(), game.fractions[game.fractions.length - 1]]).toEqual([false, 1, 1]);
    });

    it('answering twice starts the game once', async () => {
        const game = start({ faults: [{ api: 'loadSubpackage', at: 1, kind: 'twice' }] });
        await game.clock.advance(60_000);
        expect([loads(game), game.runs()]).toEqual([1, 1]);
        expect(game.fractions.filter((fraction) => fraction === 1)).toHaveLength(1);
    });

    it('because of what the game\'s code did is not tried again, but said', async () => {
        const game: Game = start({ setup: { runModule: () => {
            game.window['System'] = {};
            throw new TypeError('broken boot');
        } } });
        await game.clock.advance(60_000);
        expect([loads(game), hasFailed(game)]).toEqual([1, true]);
        expect(game.texts()).toEqual(['游戏启动失败', '请退出后重新打开', '查看详情']);
        askForDetails(game);
        expect(game.texts().join(' ')).toContain('broken boot');
    });

    it.each(['success', 'never'] as const)('after which the game has told that it cannot start leaves that on the screen (%s)', async (answer) => {
        const game: Game = start({ faults: answer === 'never' ? [{ api: 'loadSubpackage', at: 1, kind: 'never' }] : [], setup: { runModule: () => {
            game.window['gameHasStarted'] = true;
            game.screen.fail('The game could not start\nTypeError: broken boot');
        } } });
        await game.clock.advance(60_000);
        expect([loads(game), hasFailed(game)]).toEqual([1, true]);
        expect(game.texts().join(' ')).toContain('broken boot');
    });

    it('as its game.js throws when we run it is said, on the first screen or in a dialog', async () => {
        const boot = (): never => { throw new TypeError('broken boot'); };
        const game = start({ setup: { runModule: () => undefined }, options: { boot } });
        await game.clock.advance(60_000);
        expect([loads(game), hasFailed(game), logged.mock.calls.length]).toEqual([1, true, 1]);
        askForDetails(game);
        expect(game.texts().join(' ')).toMatch(/游戏启动失败.*broken boot/);

        const { host, window, clock } = startFirstScreen({ enabled: false }, { packageFiles: { 'game.json': JSON.stringify({ subpackages: [{ name, root: `subpackages/${name}/` }] }), [entry]: '' } });
        startLean({ scope: window, my: host.my, name, boot, tellFailure: createTellFailure({ scope: window, my: host.my }) });
        (window['canvas'] as { getContext(kind: string): unknown }).getContext('webgl');
        await clock.advance(5000);
        expect([host.calls.count('alert'), clock.pending]).toEqual([1, 0]);
    });

    it('throwing is a failure like another', async () => {
        const game = start({ faults: [{ api: 'loadSubpackage', at: 1, kind: 'throw' }] });
        await game.clock.advance(3200);
        expect(game.runs()).toBe(1);
    });

    it.each(['errorMessage', 'errMsg'] as const)('is logged with the host\'s own words, in %s', async (subpackageFailure) => {
        const game = start({ faults: [failing(1)], setup: { switches: { subpackageFailure } } });
        await game.clock.advance(2100);
        expect(String(logged.mock.calls[0]![0])).toMatch(/cocos-game: .*unknown error/);
    });
});

describe('while the game is hidden', () => {
    it('time does not count, and no try is used up', async () => {
        const game = start({ faults: [failing(1)], options: { timeout: 10_000 } });
        await game.clock.advance(1000);
        game.host.lifecycle.hide();
        await game.clock.advance(300_000);
        expect(loads(game)).toBe(1);
        game.host.lifecycle.show();
        await game.clock.advance(1000);
        expect(loads(game)).toBe(2);
        await game.clock.advance(2100);
        expect([game.runs(), hasFailed(game)]).toEqual([1, false]);
    });

    it('a client that never says that the game is seen again gives it frames, which say so', async () => {
        const game = start({ faults: [failing(1), { api: 'onShow', at: 1, times: Infinity, kind: 'never' }] });
        await game.clock.advance(1000);
        game.host.lifecycle.hide();
        await game.clock.advance(60_000);
        expect(loads(game)).toBe(1);
        game.host.lifecycle.show();
        await game.clock.advance(1100);
        expect(loads(game)).toBe(2);
        await game.clock.advance(2100);
        expect(game.runs()).toBe(1);
    });

    it('a load that comes starts the game', async () => {
        const game = start();
        game.host.lifecycle.hide();
        await game.clock.advance(5000);
        expect(game.runs()).toBe(1);
    });

    it('a wait for the next try ends when the game is seen again', async () => {
        const game = start({ faults: [failing(1)] });
        await game.clock.advance(2500);
        game.host.lifecycle.hide();
        await game.clock.advance(60_000);
        expect(loads(game)).toBe(1);
        game.host.lifecycle.show();
        expect(loads(game)).toBe(2);
    });
});

describe('a context that is lost while the player is asked', () => {
    it('moves the question into a dialog, whose end loads again and starts the game once', async () => {
        const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
        const game = start({ faults: [failing(4)] });
        await game.clock.advance(30_000);
        expect([loads(game), hasFailed(game)]).toEqual([4, true]);
        game.host.lifecycle.memoryWarning(15);
        game.host.lifecycle.loseContext();
        await game.clock.advance(5_000);
        expect([game.host.calls.count('alert'), loads(game), game.runs()]).toEqual([1, 5, 1]);
        // The painter's, once.
        expect(warned).toHaveBeenCalledTimes(1);
        warned.mockRestore();
    });
});

describe('a host', () => {
    it('that warns of memory changes nothing', async () => {
        const game = start();
        for (const level of [5, 10, 15] as const) game.host.lifecycle.memoryWarning(level);
        await game.clock.advance(2100);
        expect([loads(game), game.runs(), hasFailed(game)]).toEqual([1, 1, false]);
    });

    it('without loadSubpackage is told which client is needed', async () => {
        const game = start({ setup: { without: ['loadSubpackage'] } });
        await game.clock.advance(5000);
        expect(hasFailed(game)).toBe(true);
        expect(game.texts().join('')).toContain('10.3.70');
        expect(game.texts()).not.toContain('重试');
        expect(game.runs()).toBe(0);
    });

    it('without a first screen shows a dialog', async () => {
        const { host, window, clock } = startFirstScreen({ enabled: false }, { without: ['loadSubpackage'] });
        // Elsewhere it can be written on.
        (window['canvas'] as { getContext(kind: string): unknown }).getContext('webgl');
        const told: string[] = [];
        const my = { ...host.my, alert: (options: Parameters<NonNullable<typeof host.my.alert>>[0]) => { told.push(String(options.content)); host.my.alert!(options); } };
        startLean({ scope: window, my, name, tellFailure: createTellFailure({ scope: window, my }) });
        await clock.advance(100);
        expect(host.calls.count('alert')).toBe(1);
        expect(told[0]).toContain(defaultTexts.zh.tooOld);
        await clock.advance(1000);
        expect(clock.pending).toBe(0);
    });
});
