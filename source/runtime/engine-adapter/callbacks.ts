import type { Done } from './engine';

/**
 * Answers by callback. What the callback itself throws is no failure of the work: it is thrown on, outside of the
 * promise, where the game's error handlers see it.
 */
export function answer<Value>(work: Promise<Value>, done: Done<Value>, { setTimeout }: { setTimeout(run: () => void, milliseconds: number): unknown }): void {
    work.then((value) => done(null, value), done).catch((error) => setTimeout(() => { throw error; }, 0));
}
