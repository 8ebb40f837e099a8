import type { RemoteObject } from '../manifest';
import type { Presence } from '../plan';

/** Told of bytes as they leave; a negative number takes back what a failed attempt had counted. */
export type OnBytes = (bytes: number) => void;

/** Sends files somewhere. */
export interface Target {
    /** How messages name it, without secrets. */
    readonly name: string;
    /** How many attempts each file gets. */
    readonly attempts: number;
    /** What is there of these files. */
    findPresent(files: readonly RemoteObject[]): Promise<Presence>;
    /**
     * Sends files and proves that they are there. It stops at the first that fails for good, when what had begun
     * has ended: `delivered` names all that are proved, by path.
     */
    send(files: readonly RemoteObject[], onBytes: OnBytes): Promise<SendResult>;
}

export interface SendResult {
    readonly delivered: ReadonlySet<string>;
    /** What went wrong, by path. */
    readonly failures: ReadonlyMap<string, Error>;
}
