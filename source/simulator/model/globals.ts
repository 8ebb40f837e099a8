import type { HostSwitches } from '../../platform';
import type { My } from '../../platform/my';
import type { StudioPage } from './screen/studio-page';
import type { Life } from './bridge';
import { isVirtual, type Clock, type Scheduled } from './clock';
import type { FrameSource } from './setup';

/** WebGL's classes by their names. */
export type WebglClasses = Readonly<Record<'WebGLRenderingContext' | 'WebGL2RenderingContext', unknown>>;

export interface GlobalsSetup {
    readonly my: My;
    readonly life: Life;
    readonly clock: Clock;
    /** Present in Studio. */
    readonly page: StudioPage | undefined;
    /** `MYWebAssembly`, where the host has it. */
    readonly webAssembly: unknown;
    /** Those that the host names. */
    readonly webglClasses: Partial<WebglClasses>;
    readonly frames: FrameSource | undefined;
    readonly isVisible: () => boolean;
    readonly framesPerSecond: () => number;
}

/**
 * The game's global object: `my`, `window` (itself), timers, frames, `performance`, `console` (platform facts 3.1).
 * No `document`, `navigator`, `location`, `XMLHttpRequest`, `WebSocket`, `TextDecoder`, `URL` on a device; Studio's page
 * adds its own, of which `document`, `navigator` and `location` can be neither written nor redefined.
 */
export function createGlobals({ my, life, clock, page, webAssembly, webglClasses, frames, isVisible, framesPerSecond }: GlobalsSetup): Record<string, unknown> {
    const timers = new Map<number, Scheduled>();
    let nextId = 1;
    const setTimer = (callback: (...args: readonly unknown[]) => void, ms: unknown, args: readonly unknown[], repeat: boolean): number => {
        const id = nextId++;
        const delay = Math.max(repeat ? 1 : 0, Number(ms) || 0);
        const start = (): void => {
            timers.set(id, life.schedule(() => {
                if (repeat) start();
                else timers.delete(id);
                callback(...args);
            }, delay));
        };
        start();
        return id;
    };
    const clearTimer = (id: unknown): void => {
        timers.get(id as number)?.cancel();
        timers.delete(id as number);
    };

    const globals: Record<string, unknown> = {
        my,
        console,
        setTimeout: (callback: () => void, ms?: number, ...args: readonly unknown[]) => setTimer(callback, ms, args, false),
        clearTimeout: clearTimer,
        setInterval: (callback: () => void, ms?: number, ...args: readonly unknown[]) => setTimer(callback, ms, args, true),
        clearInterval: clearTimer,
        performance: { now: () => clock.now() },
    };
    if (frames) {
        globals['requestAnimationFrame'] = (callback: (time: number) => void) => frames.request((time) => life.run(() => callback(time)));
        globals['cancelAnimationFrame'] = (id: number) => frames.cancel(id);
    } else {
        const clockFrames = createClockFrames(life, clock, isVisible, framesPerSecond);
        globals['requestAnimationFrame'] = clockFrames.request;
        globals['cancelAnimationFrame'] = clockFrames.cancel;
    }
    if (isVirtual(clock)) globals['Date'] = createDate(clock);
    globals['window'] = globals;
    if (webAssembly !== undefined) globals['MYWebAssembly'] = webAssembly;
    Object.assign(globals, webglClasses);
    if (page) {
        for (const [name, descriptor] of Object.entries(page.properties)) {
            Object.defineProperty(globals, name, { configurable: true, enumerable: true, ...('value' in descriptor ? { writable: true } : {}), ...descriptor });
        }
        for (const [name, value] of Object.entries(page.frozen)) Object.defineProperty(globals, name, { value, enumerable: true });
    }
    return globals;
}

/** WebGL's classes that a host with these switches has among its globals. */
export function namedWebglClasses({ webglClasses }: HostSwitches, { WebGLRenderingContext, WebGL2RenderingContext }: WebglClasses): Partial<WebglClasses> {
    return {
        ...(webglClasses === 'webgl1' || webglClasses === 'both' ? { WebGLRenderingContext } : {}),
        ...(webglClasses === 'webgl2' || webglClasses === 'both' ? { WebGL2RenderingContext } : {}),
    };
}

/** Frames at whole multiples of the frame time; none while the game is hidden. */
function createClockFrames(life: Life, clock: Clock, isVisible: () => boolean, framesPerSecond: () => number): FrameSource {
    let waiting = new Map<number, (time: number) => void>();
    let nextId = 1;
    let isScheduled = false;
    const schedule = (): void => {
        if (isScheduled) return;
        isScheduled = true;
        const frameMs = 1000 / framesPerSecond();
        const now = clock.now();
        life.schedule(runFrame, (Math.floor(now / frameMs + 1e-6) + 1) * frameMs - now);
    };
    const runFrame = (): void => {
        isScheduled = false;
        if (!isVisible()) {
            if (waiting.size > 0) schedule();
            return;
        }
        const callbacks = waiting;
        waiting = new Map();
        const time = clock.now();
        for (const callback of callbacks.values()) life.run(() => callback(time));
    };
    return {
        request(callback) {
            waiting.set(nextId, callback);
            schedule();
            return nextId++;
        },
        cancel(id) { waiting.delete(id); },
    };
}

/** `Date` by a virtual clock, so that the game's times and its timers agree. */
function createDate(clock: Clock): DateConstructor {
    return new Proxy(Date, {
        construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [clock.wallTime()] : args, newTarget) as object,
        apply: () => new Date(clock.wallTime()).toString(),
        get: (target, name, receiver) => (name === 'now' ? () => clock.wallTime() : Reflect.get(target, name, receiver) as unknown),
    });
}
