import { attempt, callHost, type GlobalScope, type Host } from '../my/host';
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

/**
 * For a dialog, where a package has no first screen that could say it in the player's language. Shorter than
 * first-screen/failure/texts.ts, which would be a sixteenth more of the file for the few packages that need these.
 */
const words: Readonly<Record<string, string>> = {
    failed: '游戏加载失败，请检查网络后重试 · The game could not be loaded: check your network and try again',
    tooOld: '请将支付宝升级到 10.3.70 或更高版本 · Please update Alipay to 10.3.70 or newer',
};

/**
 * Loads the game's subpackage, with its progress on the first screen: again after growing waits, and then when the player
 * asks. Whatever answers how often or how late, the game starts once.
 */
export function startLean({ scope, my, name, boot, waits = [1000, 2000, 4000], timeout = 60000 }: LeanStartSetup): void {
    const { setTimeout, clearTimeout, requestAnimationFrame } = scope as unknown as Timers & { requestAnimationFrame(draw: () => void): unknown };
    const screen = scope['firstScreen'] as Pick<FirstScreen, 'report' | 'fail'> | undefined;
    /** Which load counts; answers of earlier ones do too if they bring the subpackage. */
    let latestLoad = 0;
    let failures = 0;
    let done = false;
    let hidden = false;
    /** What waits for the game to be seen again. */
    let postponed: (() => void) | undefined;
    let timer: unknown;

    /** By the mark of our game.js; a boot of the game's own may not set it, but it brings SystemJS. */
    const hasStarted = (): boolean => !!(scope['gameHasStarted'] || scope['System']);
    const report = (fraction: number): void => {
        if (screen) screen.report('download', fraction);
    };
    const tell = (message: string, tryAgain?: () => void): void => {
        if (screen) screen.fail(message, tryAgain);
        else callHost(my, 'alert', { content: words[message] || message, complete: tryAgain });
    };
    /** The game came and cannot start: loading it again would not help, nor would it run again. */
    const tellBroken = (reason: unknown): void => tell('The game could not start · 游戏启动失败\n' + (reason && (reason as Error).message || reason));

    /** Runs at once, or when the game is seen again: what fails in the background is no failure of the network. */
    function whenSeen(run: () => void): void {
        if (hidden) postponed = run;
        else run();
    }

    function load(): void {
        if (done) return;
        const thisLoad = ++latestLoad;
        let elapsed = 0;
        let silence = 0;
        let isMeasured = false;
        const isOver = (): boolean => done || thisLoad !== latestLoad;

        /** One tick a pulse: counts silence, and moves a bar that nobody moves. */
        const tick = (): void => {
            if (isOver()) return;
            // A host may run the game and never answer.
            if (hasStarted()) {
                finish();
                return;
            }
            timer = setTimeout(tick, pulse);
            if (hidden) return;
            elapsed += pulse;
            silence += pulse;
            const unmeasured = elapsed - grace;
            if (!isMeasured && unmeasured > 0) report(creepLimit * unmeasured / (unmeasured + halfway));
            if (silence >= timeout) fail(new Error(`${name}: no answer for ${timeout} ms`));
        };
        const fail = (reason: unknown): void => {
            if (isOver()) return;
            latestLoad += 1;
            clearTimeout(timer);
            console.error(reason);
            if (hasStarted()) finish(reason);
            else whenSeen(loadLater);
        };
        tick();
        if (isOver()) return;
        loadSubpackage(my, name, {
            onFileProgress(loaded, total) {
                if (isOver()) return;
                silence = 0;
                if (!(loaded > 0)) return;
                isMeasured = true;
                report(loaded / total);
            },
        }).then(() => finish(), fail);
    }

    /** After the next wait, or after the last one when the player says so. */
    function loadLater(): void {
        if (done) return;
        const wait = waits[failures];
        failures += 1;
        if (wait !== undefined) {
            setTimeout(() => whenSeen(load), wait);
            return;
        }
        tell('failed', () => {
            failures = 0;
            load();
        });
    }

    /** @param broken why the game that came could not start. */
    function finish(broken?: unknown): void {
        if (done) return;
        done = true;
        clearTimeout(timer);
        report(1);
        if (broken) {
            tellBroken(broken);
        } else if (boot && !hasStarted()) {
            try {
                boot();
            } catch (error) {
                console.error(error);
                tellBroken(error);
            }
        }
    }

    function show(): void {
        hidden = false;
        const run = postponed;
        postponed = undefined;
        if (run) run();
    }

    if (!my.loadSubpackage) {
        tell('tooOld');
        return;
    }
    // They listen for good, and do nothing after the load: a client may take all listeners away when it is asked for one.
    callHost(my, 'onHide', () => {
        if (done) return;
        hidden = true;
        // A client that does not say that the game is seen again gives it frames; the first may have been due before.
        attempt(() => requestAnimationFrame(() => requestAnimationFrame(show)));
    });
    callHost(my, 'onShow', show);
    load();
}
