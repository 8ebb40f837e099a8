import type { GlobalScope } from '../../my/host';
import type { Definer } from './define';

/** A clock in milliseconds since now, for a host without one. It never goes back, though the phone's date may. */
export function createPerformance(): object {
    const timeOrigin = Date.now();
    let latest = 0;
    return {
        timeOrigin,
        now: () => latest = Math.max(latest, Date.now() - timeOrigin),
    };
}

/** Frames by timer for a host without them, 60 a second, and tasks for the end of the current one. */
export function defineFrames(scope: GlobalScope, define: Definer): void {
    const { setTimeout, clearTimeout, performance } = scope as { setTimeout?: (run: () => void, milliseconds: number) => unknown; clearTimeout?: unknown; performance?: { now(): number } };
    define.value('requestAnimationFrame', (draw: (time: number) => void) => setTimeout && setTimeout(() => draw((performance as { now(): number }).now()), 1000 / 60));
    define.value('cancelAnimationFrame', clearTimeout);
    define.value('queueMicrotask', (task: () => void) => void Promise.resolve().then(task));
}
