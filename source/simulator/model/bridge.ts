import type { Callbacks, MyFailure } from '../../platform/my';
import type { CallGroup, CallRecord, CallRecorder } from './calls';
import type { Clock, Scheduled } from './clock';
import type { Extent, FaultKind, FaultMatcher } from './faults';
import type { HostTiming } from './timing';

/** What a call's work came to. */
export type Outcome<Result> =
    | { readonly ok: true; readonly result: Result; readonly bytes?: number }
    | { readonly ok: false; readonly failure: MyFailure };

export function succeed<Result>(result: Result, bytes?: number): Outcome<Result> {
    return bytes === undefined ? { ok: true, result } : { ok: true, result, bytes };
}

export function fail<Result>(error: number, errorMessage: string): Outcome<Result> {
    return { ok: false, failure: { error, errorMessage } };
}

/** A call on its way: its name, what it concerns, and the work it does. */
export interface Call<Result> {
    readonly api: string;
    readonly group: CallGroup;
    readonly target?: string;
    /** Does the work; `extent` is `whole` unless a fault says otherwise. */
    readonly work: (extent: Extent) => Outcome<Result>;
}

/**
 * The life of one start of the game: nothing scheduled through it runs after its end.
 */
export class Life {
    private ended = false;
    /** When the latest event reaches the game, by the clock. */
    private eventsUntil = 0;
    private readonly endings = new Set<() => void>();

    constructor(readonly clock: Clock, private readonly onUncaught: (error: unknown) => void, private readonly timing?: HostTiming) {}

    get isOver(): boolean { return this.ended; }

    end(): void {
        if (this.ended) return;
        this.ended = true;
        for (const ending of this.endings) ending();
        this.endings.clear();
    }

    /** @returns how to forget it again. */
    onEnd(ending: () => void): () => void {
        this.endings.add(ending);
        return () => { this.endings.delete(ending); };
    }

    schedule(action: () => void, ms: number): Scheduled {
        const cancel = (): void => scheduled.cancel();
        this.endings.add(cancel);
        const scheduled = this.clock.schedule(() => {
            this.endings.delete(cancel);
            this.run(action);
        }, ms);
        return {
            cancel: () => {
                this.endings.delete(cancel);
                scheduled.cancel();
            },
        };
    }

    /** Tells the game of an event: at once, or as late as the host is. Events keep their order. */
    tell(action: () => void): void {
        if (!this.timing?.delaysEvents) return action();
        const now = this.clock.now();
        this.eventsUntil = Math.max(this.eventsUntil, now + this.timing.delay());
        this.schedule(action, this.eventsUntil - now);
    }

    /** Runs the game's code now, unless the host is dead; an error goes where uncaught errors go. */
    run(action: () => void): void {
        if (this.ended) return;
        try {
            action();
        } catch (error) {
            if (!this.ended) this.onUncaught(error);
        }
    }
}

const unavailable: MyFailure = { error: 3, errorMessage: 'the host has gone' };

/** The way from the game to the host: counts each call, applies faults and latency, answers as Alipay does. */
export class Bridge {
    constructor(
        readonly life: Life,
        private readonly recorder: CallRecorder,
        private readonly faults: FaultMatcher,
        private readonly timing: HostTiming,
        private readonly throwsSyncErrors: boolean,
    ) {}

    /** A call that answers through callbacks, after the group's latency. */
    call<Result>(options: Callbacks<Result> | undefined, call: Call<Result>): void {
        if (this.life.isOver) return;
        const { record, fault } = this.begin(call, false);
        if (!this.applyAtOnce(call, record, fault)) return;
        const latency = this.timing.latencyOf(call.group) + (fault?.kind === 'late' ? fault.ms : 0);
        this.life.schedule(() => {
            const outcome = outcomeUnder(fault, call);
            if (fault?.kind === 'never') { this.recorder.end(record, this.now(), 'never'); return; }
            this.after(this.timing.delay(), () => {
                this.finish(record, outcome);
                answer(options, outcome);
                if (fault?.kind === 'twice') this.life.schedule(() => answer(options, outcome), latency);
            });
        }, latency);
    }

    /**
     * A call whose work itself takes time (network, keyboard ...). `start` may call `settle` now or later, once; a fault
     * decides what of it reaches the game.
     */
    callSlow<Result, Failure extends Partial<MyFailure> = MyFailure>(
        options: Callbacks<Result, Failure> | undefined,
        call: Omit<Call<Result>, 'work'>,
        start: (settle: (outcome: Outcome<Result>, shapeFailure?: (failure: MyFailure) => Failure) => void, extent: Extent) => void,
    ): void {
        if (this.life.isOver) return;
        const { record, fault } = this.begin(call, false);
        // A host that dies with its work done, or half done, dies when the transfer ends, before it can answer.
        const dies = fault?.kind === 'kill' && fault.effect !== undefined && fault.effect !== 'none' ? fault.effect : undefined;
        if (dies === undefined && !this.applyAtOnce({ work: () => succeed(undefined as Result) }, record, fault)) return;
        let settled = false;
        const settle = (outcome: Outcome<Result>, shapeFailure?: (failure: MyFailure) => Failure): void => {
            if (settled || this.life.isOver) return;
            settled = true;
            if (dies !== undefined) {
                this.recorder.end(record, this.now(), 'never');
                this.life.end();
                return;
            }
            if (fault?.kind === 'never') { this.recorder.end(record, this.now(), 'never'); return; }
            const faulty = fault?.kind === 'torn' && fault.answer !== 'success' ? { ok: false as const, failure: failureOf(fault, call.api) } : outcome;
            const deliver = (): void => {
                this.finish(record, faulty);
                const shaped = faulty.ok ? faulty : { ok: false as const, failure: shapeFailure ? shapeFailure(faulty.failure) : faulty.failure as unknown as Failure };
                const answerNow = (): void => answer(options, shaped);
                this.life.run(answerNow);
                if (fault?.kind === 'twice') this.life.schedule(answerNow, this.timing.latencyOf(call.group));
            };
            this.after(this.timing.delay() + (fault?.kind === 'late' ? fault.ms : 0), deliver);
        };
        if (fault?.kind === 'fail') {
            this.life.schedule(() => settle({ ok: false, failure: failureOf(fault, call.api) }), this.timing.latencyOf(call.group));
            return;
        }
        start(settle, dies ?? extentUnder(fault));
    }

    /** A synchronous call whose failure is returned (or thrown, as the switch says). */
    callSync<Result>(call: Call<Result>): Result | MyFailure {
        if (this.life.isOver) return unavailable;
        const { record, fault } = this.begin(call, true);
        if (!this.applyAtOnce(call, record, fault)) return unavailable;
        let outcome: Outcome<Result>;
        try {
            outcome = outcomeUnder(fault, call);
        } catch (error) {
            this.recorder.end(record, this.now(), 'thrown');
            throw error;
        }
        if (fault?.kind === 'never') {
            this.recorder.end(record, this.now(), 'never');
            return undefined as Result;
        }
        this.finish(record, outcome);
        if (outcome.ok) return outcome.result;
        if (this.throwsSyncErrors) throw Object.assign(new Error(outcome.failure.errorMessage), outcome.failure);
        return outcome.failure;
    }

    /**
     * A synchronous call that writes nothing and cannot fail by itself: `createCanvas`, `getSystemInfoSync` ... A `fail`
     * fault makes it return the failure. The dead game's code may run on until it next waits: it gets what it asks for.
     */
    callPlain<Result>(api: string, group: CallGroup, target: string, work: () => Result): Result {
        if (this.life.isOver) return work();
        const answered = this.callSync<Result>({ api, group, target, work: (extent) => succeed(extent === 'none' ? undefined as Result : work()) }) as Result;
        return this.life.isOver ? work() : answered;
    }

    /** Registering or removing a listener. Late: it counts from then on; twice: a listener is there twice. */
    subscribe(api: string, group: CallGroup, change: () => void): void {
        if (this.life.isOver) return;
        const { record, fault } = this.begin({ api, group }, true);
        if (!this.applyAtOnce({ work: () => succeed(undefined) }, record, fault)) return;
        switch (fault?.kind) {
            case 'late':
                this.life.schedule(change, fault.ms);
                break;
            case 'twice':
                change();
                change();
                break;
            case undefined:
                change();
                break;
            default:
        }
        this.finish(record, succeed(undefined));
    }

    /** Without a delay at once, in the same turn. */
    private after(ms: number, action: () => void): void {
        if (ms > 0) this.life.schedule(action, ms);
        else this.life.run(action);
    }

    private now(): number { return this.life.clock.now(); }

    private begin(call: Omit<Call<unknown>, 'work'>, sync: boolean): { record: CallRecord; fault: FaultKind | undefined } {
        const record = this.recorder.begin({ api: call.api, group: call.group, sync, target: call.target ?? '', startedAt: this.now() });
        return { record, fault: this.faults.match(record) ?? this.timing.silenceOf(record) };
    }

    /** Throwing and dying happen within the call. @returns whether the call goes on. */
    private applyAtOnce(call: Pick<Call<unknown>, 'work'>, record: CallRecord, fault: FaultKind | undefined): boolean {
        if (fault?.kind === 'throw') {
            this.recorder.end(record, this.now(), 'thrown');
            throw new Error(fault.message ?? `${record.api} failed in the host`);
        }
        if (fault?.kind !== 'kill') return true;
        if (fault.effect !== undefined && fault.effect !== 'none') call.work(fault.effect);
        this.recorder.end(record, this.now(), 'never');
        this.life.end();
        return false;
    }

    private finish(record: CallRecord, outcome: Outcome<unknown>): void {
        if (outcome.ok) {
            record.bytes = outcome.bytes ?? record.bytes;
            this.recorder.end(record, this.now(), 'success');
        } else {
            this.recorder.end(record, this.now(), 'fail', outcome.failure);
        }
    }
}

function outcomeUnder<Result>(fault: FaultKind | undefined, call: Call<Result>): Outcome<Result> {
    switch (fault?.kind) {
        case 'fail':
            return { ok: false, failure: failureOf(fault, call.api) };
        case 'torn': {
            const outcome = call.work('torn');
            return fault.answer === 'success' ? outcome : { ok: false, failure: failureOf(fault, call.api) };
        }
        case 'lost':
            return call.work('none');
        case 'never':
            return fault.effect === 'none' ? fail(3, '') : call.work(fault.effect ?? 'whole');
        default:
            return call.work('whole');
    }
}

function extentUnder(fault: FaultKind | undefined): Extent {
    switch (fault?.kind) {
        case 'torn': return 'torn';
        case 'lost': return 'none';
        case 'never': return fault.effect ?? 'whole';
        default: return 'whole';
    }
}

function failureOf(fault: FaultKind, api: string): MyFailure {
    return fault.kind === 'fail'
        ? { error: fault.error ?? 3, errorMessage: fault.errorMessage ?? `${api}: unknown error` }
        : { error: 3, errorMessage: `${api}: interrupted` };
}

function answer<Result, Failure>(options: Callbacks<Result, Failure> | undefined, outcome: { ok: true; result: Result } | { ok: false; failure: Failure }): void {
    if (outcome.ok) {
        options?.success?.(outcome.result);
        options?.complete?.(outcome.result);
    } else {
        options?.fail?.(outcome.failure);
        options?.complete?.(outcome.failure);
    }
}
