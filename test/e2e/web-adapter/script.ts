/** The global object a script runs on, as a script sees it. */
export type Scope = any; // eslint-disable-line @typescript-eslint/no-explicit-any -- the browser's window or ours
export type Log = unknown[];
export type Script = (scope: Scope, input: never, baseUrl: string) => Log | Promise<Log>;

/** What a call gives, or the name of what it throws. */
export function outcome(call: () => unknown): unknown {
    try {
        return call();
    } catch (error) {
        return `throws ${(error as Error).name}`;
    }
}

/** What a promise gives, or the name of what it rejects with. */
export async function settled(call: () => unknown): Promise<unknown> {
    try {
        return await call();
    } catch (error) {
        return `throws ${(error as Error).name}`;
    }
}

export const bytesOf = (buffer: ArrayBuffer | Uint8Array): number[] => Array.from(new Uint8Array(buffer));
