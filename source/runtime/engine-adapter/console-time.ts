import { attempt, type GlobalScope } from '../my/host';

/** Replaces `console.time` and `console.timeEnd`, which misbehave on devices (platform facts 4.3). */
export function installConsoleTime(scope: GlobalScope): void {
    const console = scope['console'] as Record<string, (label?: string) => void> | undefined;
    const clock = (scope['performance'] || Date) as { now(): number };
    const started: Record<string, number> = {};
    attempt(() => {
        if (!console) return;
        console['time'] = (label = 'default') => { started[label] = clock.now(); };
        console['timeEnd'] = (label = 'default') => {
            const start = started[label];
            delete started[label];
            console['log']!(start === undefined ? `Timer '${label}' does not exist` : `${label}: ${(clock.now() - start).toFixed(3)} ms`);
        };
    });
}
