/** The families of `my` calls, for counting, faults and latency. */
export type CallGroup = 'files' | 'network' | 'storage' | 'subpackages' | 'system' | 'canvas' | 'audio' | 'input' | 'lifecycle' | 'interface';

export type CallOutcome = 'pending' | 'success' | 'fail' | 'thrown' | 'never';

/** One call of a `my` function. */
export interface CallRecord {
    /** From 1, over all calls of the host. */
    readonly index: number;
    /** `downloadFile`, `FileSystemManager.readFile`, `InnerAudioContext.play`, `SocketTask.send` ... */
    readonly api: string;
    readonly group: CallGroup;
    readonly sync: boolean;
    /** What it concerns: a path, a URL, a key; empty when there is no such thing. */
    readonly target: string;
    /** Bytes given to the call or read by it, where it moves any. */
    bytes: number;
    /** Milliseconds of the host's clock. */
    readonly startedAt: number;
    endedAt: number | undefined;
    outcome: CallOutcome;
    error: number | undefined;
    errorMessage: string | undefined;
}

/** What the game called. */
export interface CallLog {
    /** The latest calls, oldest first; at most {@link CallLog.limit}. */
    readonly records: readonly CallRecord[];
    /** How many records are kept (default 20,000); counts go on beyond. */
    limit: number;
    /** Calls since the start or the last `clear`: of one API, or all. */
    count(api?: string): number;
    countGroup(group: CallGroup, sync?: boolean): number;
    /** Calls of things this host lacks, reported by a page that watches for them. */
    subscribe(listener: (call: CallRecord) => void): () => void;
    clear(): void;
}

export interface CallRecorder extends CallLog {
    begin(call: Pick<CallRecord, 'api' | 'group' | 'sync' | 'target' | 'startedAt'>): CallRecord;
    /** Notes how a call ended and tells the subscribers. */
    end(call: CallRecord, at: number, outcome: CallOutcome, failure?: { readonly error?: number; readonly errorMessage?: string }): void;
}

export function createCallRecorder(): CallRecorder {
    let index = 0;
    let records: CallRecord[] = [];
    const perApi = new Map<string, number>();
    const perGroup = new Map<string, number>();
    const listeners = new Set<(call: CallRecord) => void>();
    const increase = (counts: Map<string, number>, key: string): void => { counts.set(key, (counts.get(key) ?? 0) + 1); };

    const recorder: CallRecorder = {
        limit: 20_000,
        get records() { return records; },
        count(api) {
            if (api !== undefined) return perApi.get(api) ?? 0;
            let total = 0;
            for (const count of perApi.values()) total += count;
            return total;
        },
        countGroup(group, sync) {
            const synchronous = perGroup.get(`${group}:sync`) ?? 0;
            const asynchronous = perGroup.get(`${group}:async`) ?? 0;
            if (sync === undefined) return synchronous + asynchronous;
            return sync ? synchronous : asynchronous;
        },
        subscribe(listener) {
            listeners.add(listener);
            return () => { listeners.delete(listener); };
        },
        clear() {
            records = [];
            perApi.clear();
            perGroup.clear();
        },
        begin({ api, group, sync, target, startedAt }) {
            const call: CallRecord = {
                index: ++index, api, group, sync, target, bytes: 0, startedAt,
                endedAt: undefined, outcome: 'pending', error: undefined, errorMessage: undefined,
            };
            increase(perApi, api);
            increase(perGroup, `${group}:${sync ? 'sync' : 'async'}`);
            records.push(call);
            // Dropped in blocks: shifting one by one would cost more than the call.
            if (records.length > recorder.limit * 1.5) records = records.slice(-recorder.limit);
            return call;
        },
        end(call, at, outcome, failure) {
            call.endedAt = at;
            call.outcome = outcome;
            call.error = failure?.error;
            call.errorMessage = failure?.errorMessage;
            for (const listener of listeners) listener(call);
        },
    };
    return recorder;
}
