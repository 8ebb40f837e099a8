// The package.json that goes into the archives: the project's, without what only a clone needs.

export interface Manifest {
    readonly name: string;
    readonly version: string;
    readonly dependencies?: Readonly<Record<string, string>>;
    readonly [key: string]: unknown;
}

/** Everything is bundled, so neither host's folder has anything to install, and there is nothing to run. */
const ofTheClone = ['private', 'files', 'scripts', 'dependencies', 'devDependencies'];

/**
 * @param installed packages that npm installs beside the product: those the bundles ask `require` for. The extension
 * has none, since neither host installs anything.
 * @throws where the project depends on no such package.
 */
export function releaseManifest(project: Manifest, installed: readonly string[]): Manifest {
    const kept = Object.fromEntries(Object.entries(project).filter(([key]) => !ofTheClone.includes(key)));
    const { name, version } = project;
    // Creator's manual wants the key, whatever is in it ("Definition of Extension").
    const manifest = { ...kept, name, version, scripts: {} };
    if (installed.length === 0) return manifest;
    const dependencies = Object.fromEntries(installed.map((id) => {
        const range = project.dependencies?.[id];
        if (range === undefined) throw new Error(`dist/ asks for the package ${id}, which package.json does not list under "dependencies".`);
        return [id, range];
    }));
    return { ...manifest, dependencies };
}
