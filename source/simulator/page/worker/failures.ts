import { myNames } from '../../../platform/my-names';
import type { GameFailure } from '../../protocol';
import { MissingModuleError } from './module-loader';

/** Turns errors that nobody caught into what the page and the report say of them. */
export interface FailureReader {
    read(error: unknown): GameFailure;
    /** A member that the game looked for on `my` or an object of its, and that is not there. */
    noteProbe(name: string): void;
}

export interface FailureReaderSetup {
    /** Names of the browser that a phone does not have. */
    readonly removed: ReadonlySet<string>;
    /** What the client lacks, as `HostProfile.lacks` names it. */
    readonly lacks: readonly string[];
    /** What the module wrapper adds to columns of a first line. */
    readonly prefixColumns: number;
    readonly onProbe: (name: string) => void;
}

/** A name of `my` that a game called in vain: the client lacks it, or nobody names it. A name that is assigned is neither. */
function whyAbsent(name: string, lacks: readonly string[]): 'client' | 'no-such-name' | undefined {
    const member = name.replace(/^my\./, '');
    if (lacks.includes(member)) return 'client';
    return myNames.includes(member) ? undefined : 'no-such-name';
}

export function createFailureReader({ removed, lacks, prefixColumns, onProbe }: FailureReaderSetup): FailureReader {
    const probes = new Map<string, string>();
    return {
        noteProbe(name) {
            const member = name.slice(name.lastIndexOf('.') + 1);
            if (probes.get(member) === name) return;
            probes.set(member, name);
            onProbe(name);
        },
        read(error) {
            if (error instanceof MissingModuleError) return { kind: 'missing-file', file: error.file, asker: error.asker };
            const { message, stack } = readError(error, prefixColumns);
            const called = /([\w$]+) is not a function/.exec(message)?.[1];
            const lacking = called === undefined ? undefined : probes.get(called);
            const why = lacking === undefined ? undefined : whyAbsent(lacking, lacks);
            if (lacking !== undefined && why !== undefined) return { kind: 'missing-api', name: lacking, why, stack };
            const undefinedName = /^(?:ReferenceError: )?([\w$]+) is not defined/.exec(message)?.[1];
            if (undefinedName !== undefined && removed.has(undefinedName)) return { kind: 'missing-api', name: undefinedName, why: 'client', stack };
            return { kind: 'uncaught', message, stack };
        },
    };
}

function readError(error: unknown, prefixColumns: number): { message: string; stack: string } {
    if (!(error instanceof Error)) return { message: `thrown: ${typeof error === 'object' ? JSON.stringify(error) : String(error)}`, stack: '' };
    return { message: `${error.name}: ${error.message}`, stack: cleanStack(error.stack ?? '', prefixColumns) };
}

/** Names files as the package does, without the wrapper; frames of the simulator itself go. */
export function cleanStack(stack: string, prefixColumns: number): string {
    return stack.split('\n')
        .filter((line) => !/\/game-worker\.js/.test(line))
        .map((line) => line.replace(/https?:\/\/[^/\s()]+\/module\/([^\s():]+)(?::(\d+):(\d+))?/g, (_whole, file: string, row?: string, column?: string) => {
            if (row === undefined) return decodeURI(file);
            const own = row === '1' ? Math.max(1, Number(column) - prefixColumns) : column;
            return `${decodeURI(file)}:${row}:${own}`;
        }))
        .join('\n');
}

/** Lets an object tell which absent members are asked for, at no cost for those that are there. */
export function watchAbsentMembers(target: object, owner: string, note: (name: string) => void): void {
    const quiet = new Set(['then', 'toJSON', 'constructor', '__proto__', 'prototype', 'window']);
    const watch = (key: string | symbol): void => {
        if (typeof key === 'string' && !quiet.has(key) && !(key in Object.prototype)) note(`${owner}.${key}`);
    };
    Object.setPrototypeOf(target, new Proxy(Object.prototype, {
        get(object, key, receiver) {
            watch(key);
            return Reflect.get(object, key, receiver) as unknown;
        },
        has(object, key) {
            watch(key);
            return Reflect.has(object, key);
        },
    }));
}
