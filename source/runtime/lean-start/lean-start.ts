import { attempt, callHost, type GlobalScope, type Host } from '../my/host';
import type { Timers } from '../my/files';
import { HostError } from '../my/errors';
import { loadSubpackage } from '../my/subpackages';
import type { TellFailure } from '../first-screen/failure/tell-failure';
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
    readonly tellFailure: TellFailure;
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
 * Loads the game's subpackage, with its progress on the first screen: again after growing waits, and then when the player
 * asks. Whatever answers how often or how late, the game starts once.
 */
export function startLean({ scope, my, name, boot, waits = [1000, 2000, 4000], timeout = 60000, tellFailure }: LeanStartSetup): void {
    const { setTimeout, clearTimeout, requestAnimationFrame } = scope as unknown as Timers & { requestAnimationFrame(draw: () => void): unknown };
    const screen = scope['firstScreen'] as Pick<FirstScreen, 'report'> | undefined;
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
    /** The game came and cannot start: loading it again would not help, nor would it run again. What a host says of it is no failure of the host's. */
    const tellBroken = (reason: unknown): unknown => tellFailure(reason instanceof HostError ? new Error(reason.message) : reason);

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
            if (silence >= timeout) fail(new HostError('unanswered', 'loadSubpackage', name, `no answer for ${timeout} ms`));
        };
        const fail = (reason: unknown): void => {
            if (isOver()) return;
            latestLoad += 1;
            clearTimeout(timer);
            console.error(reason);
            if (hasStarted()) finish(reason);
            else whenSeen(() => loadLater(reason));
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
    function loadLater(reason: unknown): void {
        if (done) return;
        const wait = waits[failures];
        failures += 1;
        if (wait !== undefined) {
            setTimeout(() => whenSeen(load), wait);
            return;
        }
        tellFailure(reason, () => {
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
        tellFailure(new HostError('unsupported', 'loadSubpackage', name));
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
