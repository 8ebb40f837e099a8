import { callHost, type GlobalScope, type Host } from '../my/host';
import type { Timers } from '../my/files';
import { loadSubpackage } from '../my/subpackages';
import type { FirstScreen } from '../first-screen/first-screen';

/** How a lean package's main part starts the rest. Times in milliseconds. */
export interface LeanStartOptions {
    /** The subpackage that holds engine and game, as game.json names it. */
    readonly name: string;
    /**
     * Requires the subpackage's `game.js`: for a host that only loads. One that also runs it, as documented (platform
     * facts 2.6), has marked the start by then, and nothing is required again.
     */
    readonly boot?: (() => unknown) | undefined;
    /** Before the second, third ... load. Default 1, 2 and 4 seconds; after the last the player is asked. */
    readonly waits?: readonly number[] | undefined;
    /** How long a load may give no sign of life; being hidden does not count. Default one minute. */
    readonly timeout?: number | undefined;
}

export interface LeanStartSetup extends LeanStartOptions {
    readonly scope: GlobalScope;
    readonly my: Host;
}

/** How often a load without progress is shown to be alive, in milliseconds. */
const pulse = 100;
/** How long a load is waited for to tell its progress, in milliseconds. */
const grace = 500;
/** When a load without progress, after that, stands at half of what it may show, in milliseconds. */
const halfway = 4000;
/** What such a load may show at most: the end is only shown once it is there. */
const creepLimit = 0.9;

/** For a dialog, where a package has no first screen that could say it in the player's language. */
const words = {
    failed: '游戏加载失败，请检查网络后重试 · The game could not be loaded: check your network and try again',
    tooOld: '请将支付宝升级到 10.3.70 或更高版本 · Please update Alipay to 10.3.70 or newer',
};

/**
 * Loads the game's subpackage, with its progress on the first screen: again after growing waits, and then when the player
 * asks. Whatever answers how often or how late, the game starts once.
 */
export function startLean({ scope, my, name, boot, waits = [1000, 2000, 4000], timeout = 60000 }: LeanStartSetup): void {
    const { setTimeout, clearTimeout } = scope as unknown as Timers;
    const screen = scope['firstScreen'] as Pick<FirstScreen, 'report' | 'fail'> | undefined;
    /** Which load counts; answers of earlier ones do too if they bring the subpackage. */
    let current = 0;
    let failures = 0;
    let done = false;
    let hidden = false;
    /** What waits for the game to be seen again. */
    let whenShown: (() => void) | undefined;
    let timer: unknown;

    /** By the mark of game.ejs; a boot of the game's own may not set it, but it brings SystemJS. */
    const hasStarted = (): boolean => !!(scope['gameHasStarted'] || scope['System']);
    const report = (fraction: number): void => {
        if (screen) screen.report('download', fraction);
    };
    const fail = (message: keyof typeof words, tryAgain?: () => void): void => {
        if (screen) screen.fail(message, tryAgain);
        else callHost(my, 'alert', { content: words[message], complete: tryAgain });
    };

    /** Runs at once, or when the game is seen again: what fails in the background is no failure of the network. */
    function whileShown(run: () => void): void {
        if (hidden) whenShown = run;
        else run();
    }

    function load(): void {
        const own = ++current;
        let silence = 0;
        let told = false;

        /** One tick a pulse: counts silence, and moves a bar that nobody moves. */
        const tick = (): void => {
            if (done || own !== current) return;
            // A host may run the game and never answer.
            if (hasStarted()) {
                finish();
                return;
            }
            timer = setTimeout(tick, pulse);
            if (hidden) return;
            silence += pulse;
            const quiet = silence - grace;
            if (!told && quiet > 0) report(creepLimit * quiet / (quiet + halfway));
            if (silence >= timeout) failed(new Error(`${name}: no answer for ${timeout} ms`));
        };
        const failed = (reason: unknown): void => {
            if (done || own !== current) return;
            current += 1;
            clearTimeout(timer);
            console.error(reason);
            // The code came, and what it did at once failed: loading it again would not help, nor would it run again.
            if (hasStarted()) finish((reason as Error).message);
            else whileShown(again);
        };
        tick();
        if (done) return;
        loadSubpackage(my, name, {
            onFileProgress(loaded, total) {
                if (done || own !== current || !(total > 0)) return;
                told = true;
                silence = 0;
                report(loaded / total);
            },
        }).then(() => finish(), failed);
    }

    function again(): void {
        if (done) return;
        const wait = waits[failures];
        failures += 1;
        if (wait !== undefined) {
            setTimeout(() => whileShown(retry), wait);
            return;
        }
        fail('failed', () => {
            failures = 0;
            load();
        });
    }

    function retry(): void {
        if (!done) load();
    }

    /** @param broken why the game that came could not start. */
    function finish(broken?: string): void {
        if (done) return;
        done = true;
        clearTimeout(timer);
        callHost(my, 'offHide', hide);
        callHost(my, 'offShow', show);
        report(1);
        if (broken && screen) screen.fail(broken);
        else if (boot && !hasStarted()) boot();
    }

    function hide(): void {
        hidden = true;
    }

    function show(): void {
        hidden = false;
        const run = whenShown;
        whenShown = undefined;
        if (run) run();
    }

    if (!my.loadSubpackage) {
        fail('tooOld');
        return;
    }
    callHost(my, 'onHide', hide);
    callHost(my, 'onShow', show);
    load();
}
