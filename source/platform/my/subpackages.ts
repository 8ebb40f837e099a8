import type { Callbacks, Listener, MyFailure } from './calls';

export interface LoadSubpackageOptions extends Callbacks<{ readonly success: true }, Partial<MyFailure> & { readonly errMsg?: string }> {
    /** The configured name in game.json. */
    name: string;
}
export interface SubpackageProgress {
    readonly progress: number;
    readonly totalBytesWritten: number;
    readonly totalBytesExpectedToWrite: number;
}
/** The document does not promise a task: `loadSubpackage` may return nothing [3.6]. */
export interface LoadSubpackageTask {
    onProgressUpdate?(listener: Listener<SubpackageProgress>): void;
}

/** Subpackages. */
export interface SubpackageCalls {
    loadSubpackage?(options: LoadSubpackageOptions): LoadSubpackageTask | undefined;
}
