import type { FileOperations } from './files/operations';

/** The environment's own WebAssembly, taken once: a page hides it from the game. */
interface WebAssemblyFunctions {
    instantiate(bytes: Uint8Array, imports?: object): Promise<{ readonly instance: object; readonly module: object }>;
    readonly Memory: unknown;
    readonly Module: unknown;
    readonly Table: unknown;
    readonly Global: unknown;
}
const { WebAssembly } = globalThis as unknown as { readonly WebAssembly: WebAssemblyFunctions };

/** `MYWebAssembly`: takes a path of the code package instead of bytes (platform facts 2.8). */
export function createWebAssembly(operations: FileOperations): object {
    const { Memory, Module, Table, Global } = WebAssembly;
    return {
        Memory, Module, Table, Global,
        instantiate(path: string, imports?: object) {
            const source = operations.source(path, 'MYWebAssembly.instantiate');
            if (!source.ok) return Promise.reject(new Error(`MYWebAssembly.instantiate: ${source.failure.errorMessage}`));
            return WebAssembly.instantiate(source.result.bytes, imports);
        },
    };
}
