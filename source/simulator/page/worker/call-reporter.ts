import type { AlipayHost, CallRecord } from '../../model';
import type { CallSummary } from '../../protocol';

/** Calls since the last report, each once when it is first seen and once more when its answer came later. */
export interface CallReporter {
    take(): { readonly calls: readonly CallSummary[]; readonly total: number };
}

const mostPerReport = 2_000;

export function createCallReporter({ calls }: Pick<AlipayHost, 'calls'>, startedAt: number): CallReporter {
    let lastIndex = 0;
    let answered: CallRecord[] = [];
    calls.subscribe((call) => {
        if (call.index <= lastIndex) answered.push(call);
    });
    return {
        take() {
            const { records } = calls;
            let first = records.length;
            while (first > 0 && records[first - 1]!.index > lastIndex) first--;
            const fresh = records.slice(first).slice(-mostPerReport);
            lastIndex = records[records.length - 1]?.index ?? lastIndex;
            const late = answered;
            answered = [];
            return { calls: [...late, ...fresh].map((call) => summarise(call, startedAt)), total: calls.count() };
        },
    };
}

function summarise({ index, api, target, sync, startedAt: at, endedAt, outcome, error, errorMessage }: CallRecord, startedAt: number): CallSummary {
    return {
        index, api, target, sync, outcome,
        at: at - startedAt,
        milliseconds: endedAt === undefined ? undefined : endedAt - at,
        failure: outcome === 'fail' || outcome === 'thrown' ? [error, errorMessage].filter((part) => part !== undefined).join(' ') : '',
    };
}
