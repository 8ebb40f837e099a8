import { attempt, type GlobalScope } from '../my/host';

/** Replaces `console.time` and `console.timeEnd`, which misbehave on devices (platform facts 4.3). */
export function installConsoleTime({ console, performance = Date }: GlobalScope): void {
    const clock = performance as { now(): number };
    const started: Record<string, number> = {};
    attempt(() => Object.assign(console as object, {
        time(label = 'default') { started[label] = clock.now(); },
        timeEnd(label = 'default') { (console as Console).log(`${label}: ${clock.now() - started[label]!} ms`); },
    }));
}

interface Console { log(line: string): void }
