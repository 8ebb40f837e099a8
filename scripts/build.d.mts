export interface BuiltFiles {
    /** Absolute paths of the files made. */
    readonly files: string[];
    /** Folders of the packages whose code is in them, relative to the project. */
    readonly bundled: string[];
    /** Names of the packages that they ask `require` for. */
    readonly external: string[];
}

export function buildAll(options?: { readonly only?: string; readonly dist?: string }): Promise<BuiltFiles>;
