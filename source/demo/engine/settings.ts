/** What a Cocos build's `settings.json` says about bundles. */
export interface AssetSettings {
    readonly server: string;
    readonly remoteBundles: readonly string[];
    readonly subpackages: readonly string[];
    readonly bundleVers: Readonly<Record<string, string>>;
}

/** The parts of `settings.json` that the demo reads. */
export interface SettingsFile {
    readonly assets: AssetSettings;
    readonly scripting: { readonly scriptPackages: readonly string[] };
}

/** The settings of this build, as the engine lets others ask for them. */
export const settings = {
    content: {} as Readonly<Record<string, Readonly<Record<string, unknown>>>>,
    querySettings(category: string, name: string): unknown {
        const values = settings.content[category];
        return values && values[name];
    },
};

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
