/**
 * Time of a simulated host. Tests use the virtual clock, so that ten minutes pass in milliseconds; the preview and the
 * benchmarks use the real one.
 */
export interface Clock {
    /** Milliseconds, never going back; for a virtual clock since its making. */
    now(): number;
    /** Milliseconds since 1970. */
    wallTime(): number;
    /** Runs `action` after `ms` milliseconds. 0 or less: in the next turn of the event loop. */
    schedule(action: () => void, ms: number): Scheduled;
}

export interface Scheduled {
    cancel(): void;
}

export interface VirtualClock extends Clock {
    /**
     * Lets `ms` milliseconds pass: runs what is due in order of time, and between two actions every promise that can
     * settle. Rejects with what an action threw.
     */
    advance(ms: number): Promise<void>;
    /** Advances from one due action to the next until `promise` settles; rejects after `limitMs` (default an hour) or when nothing is due any more. */
    until<Value>(promise: Promise<Value>, limitMs?: number): Promise<Value>;
    /** Actions that are not yet due. */
    readonly pending: number;
}

export function isVirtual(clock: Clock): clock is VirtualClock {
    return typeof (clock as Partial<VirtualClock>).advance === 'function';
}

/** The environment's own timers, taken once: a page hides them from the game later. */
interface EnvironmentTimers {
    setTimeout(action: () => void, ms: number): unknown;
    clearTimeout(id: unknown): void;
    setImmediate?(action: () => void): unknown;
    performance: { now(): number };
    MessageChannel: new () => {
        port1: { onmessage: (() => void) | null };
        port2: { postMessage(message: unknown): void };
    };
}
const environment = globalThis as unknown as EnvironmentTimers;
const { setTimeout, clearTimeout, setImmediate, performance } = environment;

/** Runs actions in later turns of the event loop without the timers' minimum of 1 ms (Node) or 4 ms (browsers). */
const runNextTurn: (action: () => void) => void = setImmediate
    ? (action) => { setImmediate(action); }
    : createChannelQueue();

function createChannelQueue(): (action: () => void) => void {
    const waiting: (() => void)[] = [];
    const { port1, port2 } = new environment.MessageChannel();
    port1.onmessage = () => waiting.shift()?.();
    return (action) => {
        waiting.push(action);
        port2.postMessage(null);
    };
}

/** Resolves in a later turn of the event loop: by then every promise that could settle has. */
function nextTurn(): Promise<void> {
    return new Promise((resolve) => runNextTurn(resolve));
}

/** The time that really passes. */
export function createRealClock(): Clock {
    return {
        now: () => performance.now(),
        wallTime: () => Date.now(),
        schedule(action, ms) {
            if (ms > 0) {
                const id = setTimeout(action, ms);
                return { cancel: () => clearTimeout(id) };
            }
            let cancelled = false;
            runNextTurn(() => { if (!cancelled) action(); });
            return { cancel: () => { cancelled = true; } };
        },
    };
}

interface Due {
    readonly time: number;
    readonly order: number;
    readonly action: () => void;
    cancelled: boolean;
}

/** @param startedAt the wall time at its start, milliseconds since 1970. */
export function createVirtualClock(startedAt = Date.UTC(2026, 0, 1)): VirtualClock {
    let time = 0;
    let order = 0;
    const queue = new DueQueue();

    async function runNext(limit: number): Promise<boolean> {
        const due = queue.takeBefore(limit);
        if (!due) return false;
        time = Math.max(time, due.time);
        due.action();
        await nextTurn();
        return true;
    }

    return {
        now: () => time,
        wallTime: () => startedAt + Math.floor(time),
        schedule(action, ms) {
            const due: Due = { time: time + Math.max(0, ms), order: order++, action, cancelled: false };
            queue.add(due);
            return { cancel: () => { queue.cancel(due); } };
        },
        async advance(ms) {
            const end = time + ms;
            await nextTurn();
            while (await runNext(end)) { /* each due action in turn */ }
            time = end;
        },
        async until(promise, limitMs = 3_600_000) {
            const end = time + limitMs;
            let settled = false;
            const mark = (): void => { settled = true; };
            promise.then(mark, mark);
            await nextTurn();
            while (!settled) {
                if (await runNext(end)) continue;
                // Promises of the environment itself (streams, fetch) may need a few more turns.
                for (let turn = 0; turn < 50 && !settled; turn++) await nextTurn();
                if (!settled && queue.size === 0) throw new Error(`virtual clock: the promise did not settle and nothing is due (at ${time} ms)`);
                if (!settled && !queue.hasBefore(end)) throw new Error(`virtual clock: the promise did not settle within ${limitMs} ms`);
            }
            return promise;
        },
        get pending() { return queue.size; },
    };
}

/** A binary heap by time, then by order of scheduling. */
class DueQueue {
    private readonly heap: Due[] = [];
    private live = 0;

    get size(): number { return this.live; }

    add(due: Due): void {
        this.live++;
        const { heap } = this;
        let index = heap.push(due) - 1;
        while (index > 0) {
            const parent = (index - 1) >> 1;
            if (!isEarlier(due, heap[parent]!)) break;
            heap[index] = heap[parent]!;
            index = parent;
        }
        heap[index] = due;
    }

    cancel(due: Due): void {
        if (due.cancelled) return;
        due.cancelled = true;
        this.live--;
    }

    hasBefore(limit: number): boolean {
        this.dropCancelled();
        const first = this.heap[0];
        return first !== undefined && first.time <= limit;
    }

    takeBefore(limit: number): Due | undefined {
        if (!this.hasBefore(limit)) return undefined;
        const first = this.removeFirst();
        // Marked as done, so that cancelling it afterwards changes nothing.
        first.cancelled = true;
        this.live--;
        return first;
    }

    private dropCancelled(): void {
        while (this.heap[0]?.cancelled) this.removeFirst();
    }

    private removeFirst(): Due {
        const { heap } = this;
        const first = heap[0]!;
        const last = heap.pop()!;
        if (heap.length > 0) {
            let index = 0;
            for (;;) {
                let child = 2 * index + 1;
                if (child >= heap.length) break;
                if (child + 1 < heap.length && isEarlier(heap[child + 1]!, heap[child]!)) child++;
                if (!isEarlier(heap[child]!, last)) break;
                heap[index] = heap[child]!;
                index = child;
            }
            heap[index] = last;
        }
        return first;
    }
}

function isEarlier(left: Due, right: Due): boolean {
    return left.time < right.time || (left.time === right.time && left.order < right.order);
}
