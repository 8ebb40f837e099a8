import type { RemoteObject } from '../manifest';
import { inParallel } from '../in-parallel';
import type { Presence } from '../plan';
import { TransferError, withRetries, type RetryPolicy } from '../retry';
import type { OnBytes, Target } from './target';

/** Does something, and does it again if it fails in passing. */
export type Attempt = <Result>(action: () => Promise<Result>) => Promise<Result>;

/** A place that holds objects by their path: a folder, a bucket. Its methods throw `TransferError`. */
export interface ObjectStore {
    readonly name: string;
    /** @param attempt makes each single question again if it fails in passing. */
    findPresent(files: readonly RemoteObject[], attempt: Attempt): Promise<Presence>;
    put(file: RemoteObject, onBytes: OnBytes): Promise<void>;
    /** Reads back what there is of an object just put. @returns what is wrong with it, undefined if nothing is. */
    findDamage(file: RemoteObject): Promise<string | undefined>;
}

/** Sends objects one by one, several at the same time, each proved and tried again if it fails. */
export function createObjectTarget(store: ObjectStore, { parallel, retry }: { readonly parallel: number; readonly retry: RetryPolicy }): Target {
    const sendOne = async (file: RemoteObject, onBytes: OnBytes): Promise<void> => {
        let counted = 0;
        try {
            await store.put(file, (bytes) => {
                counted += bytes;
                onBytes(bytes);
            });
            const damage = await store.findDamage(file);
            if (damage !== undefined) throw new TransferError(damage, 'again');
            onBytes(file.bytes - counted);
        } catch (error) {
            onBytes(-counted);
            throw error;
        }
    };
    return {
        name: store.name,
        attempts: retry.attempts,
        findPresent: (files) => store.findPresent(files, (action) => withRetries(retry, action)),
        async send(files, onBytes) {
            const delivered = new Set<string>();
            const failures = new Map<string, Error>();
            await inParallel(files, parallel, async (file) => {
                try {
                    await withRetries(retry, () => sendOne(file, onBytes));
                    delivered.add(file.path);
                } catch (error) {
                    failures.set(file.path, error as Error);
                    throw error;
                }
            }).catch(() => undefined);
            return { delivered, failures };
        },
    };
}
