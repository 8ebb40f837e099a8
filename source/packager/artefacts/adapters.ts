import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createProblem, type BuildProblem } from '../../problems';

/** The adapter files of the package root that come with the product. */
export const bundledAdapters = ['web-adapter.js', 'engine-adapter.js', 'text-services.js', 'web-services.js', 'remote-assets.js', 'engine-services.js', 'dom-parser.js'] as const;

/** What every package has of ours, whoever made its adapters: game.js requires it when the start fails. */
export const startAdapters = ['start-failure.js'] as const;

/** What a package with a first screen has beside them. */
export const firstScreenAdapters = ['first-screen.js'] as const;

/** What only the lean layout has beside the others. */
export const leanAdapters = ['lean-start.js'] as const;

/** The two that the engine brings as well. */
export const engineAdapters = ['web-adapter.js', 'engine-adapter.js'] as const;

export interface AdapterFile {
    readonly name: string;
    readonly data: Buffer;
}

export interface Adapters {
    readonly files: readonly AdapterFile[];
    readonly problems: readonly BuildProblem[];
}

/** Reads adapters of the product: minified, or their readable twins for a debug build. All of them, or problems. */
export function readBundledAdapters(names: readonly string[], productDirectory: string, debug: boolean): Adapters {
    const files: AdapterFile[] = [];
    const problems: BuildProblem[] = [];
    for (const name of names) {
        const from = debug ? name.replace(/\.js$/, '.debug.js') : name;
        const path = join(productDirectory, 'dist', 'adapter', from);
        if (existsSync(path)) files.push({ name, data: readFileSync(path) });
        else problems.push(createProblem('AMG301', path, { file: from }));
    }
    return { files, problems };
}

/** Reads the adapters that the engine's build makes (host contract 10.2): `.min.js` unless debug. */
export function readEngineAdapters(names: readonly string[], directory: string | undefined, debug: boolean): Adapters {
    const files: AdapterFile[] = [];
    const problems: BuildProblem[] = [];
    for (const name of names) {
        const minified = name.replace(/\.js$/, '.min.js');
        const from = (debug ? [name, minified] : [minified, name]).map((file) => join(directory ?? '', file)).find((path) => directory !== undefined && existsSync(path));
        if (from !== undefined) files.push({ name, data: readFileSync(from) });
        else problems.push(createProblem('AMG312', directory ?? 'adapter', { file: name }));
    }
    return { files, problems };
}
