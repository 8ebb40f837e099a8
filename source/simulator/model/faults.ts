import type { CallRecord, CallGroup } from './calls';

/** How much of a call's work is done: all, a part (the bytes torn off in the middle), or nothing. */
export type Extent = 'whole' | 'torn' | 'none';

/** What goes wrong with a call. */
export type FaultKind =
    /** Answers a failure; nothing is done. */
    | { readonly kind: 'fail'; readonly error?: number; readonly errorMessage?: string }
    /** Does a part of its work, then answers a failure (default) or a success. */
    | { readonly kind: 'torn'; readonly answer?: 'fail' | 'success' }
    /** Never answers; its work is done (default) or not. A synchronous call returns undefined. */
    | { readonly kind: 'never'; readonly effect?: Extent }
    /** Answers twice. */
    | { readonly kind: 'twice' }
    /** Answers so many milliseconds later than usual. */
    | { readonly kind: 'late'; readonly ms: number }
    /** Answers a success and does nothing. */
    | { readonly kind: 'lost' }
    /** Throws instead of answering. */
    | { readonly kind: 'throw'; readonly message?: string }
    /** The host dies in the call, which has done all, a part or nothing (default) of its work. */
    | { readonly kind: 'kill'; readonly effect?: Extent };

export type Fault = FaultKind & {
    /** The N-th call (from 1) of those that `api` and `group` choose, counted from when the fault was added. */
    readonly at: number;
    /** One API (`FileSystemManager.writeFile`, `downloadFile`), several, or a question asked about each call. */
    readonly api?: string | readonly string[] | ((call: CallRecord) => boolean);
    readonly group?: CallGroup;
    /** How many calls in a row, from the N-th on. Default 1; `Infinity` for all. */
    readonly times?: number;
};

/** Which calls will go wrong, and which have. */
export interface FaultPlan {
    add(...faults: readonly Fault[]): void;
    clear(): void;
    /** Every fault that has come about, with its call. */
    readonly fired: readonly { readonly fault: Fault; readonly call: CallRecord }[];
}

export interface FaultMatcher extends FaultPlan {
    /** Counts a call, and gives the fault planned for it. */
    match(call: CallRecord): Fault | undefined;
}

export function createFaultPlan(): FaultMatcher {
    let planned: { readonly fault: Fault; seen: number }[] = [];
    const fired: { fault: Fault; call: CallRecord }[] = [];
    return {
        fired,
        add(...faults) { for (const fault of faults) planned.push({ fault, seen: 0 }); },
        clear() { planned = []; },
        match(call) {
            let chosen: Fault | undefined;
            for (const entry of planned) {
                const { fault } = entry;
                if (!concerns(fault, call)) continue;
                entry.seen++;
                if (entry.seen >= fault.at && entry.seen < fault.at + (fault.times ?? 1)) chosen ??= fault;
            }
            if (chosen) fired.push({ fault: chosen, call });
            return chosen;
        },
    };
}

function concerns(fault: Fault, call: CallRecord): boolean {
    if (fault.group !== undefined && fault.group !== call.group) return false;
    const { api } = fault;
    if (api === undefined) return true;
    if (typeof api === 'string') return api === call.api;
    if (typeof api === 'function') return api(call);
    return api.includes(call.api);
}
