/** The parts of a Cocos build's `settings.json` that the demo reads. */
export interface Settings {
    readonly assets: {
        readonly server: string;
        readonly remoteBundles: readonly string[];
        readonly subpackages: readonly string[];
        readonly preloadBundles: readonly { readonly bundle: string }[];
    };
    readonly scripting: { readonly scriptPackages: readonly string[] };
}

type ReadJson = (path: string, done: (error: Error | null, data?: unknown) => void) => void;

/** Reads a JSON file of the package with the `fsUtils` that the engine-adapter provides. */
export function readPackageJson(path: string): Promise<unknown> {
    return new Promise((resolve, reject) => {
        const { fsUtils } = window as unknown as { fsUtils?: { readJson: ReadJson } };
        if (!fsUtils) {
            reject(new Error('window.fsUtils is missing: is engine-adapter.js loaded?'));
            return;
        }
        fsUtils.readJson(path, (error, data) => (error ? reject(error) : resolve(data)));
    });
}
