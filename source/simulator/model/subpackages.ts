import type { HostSwitches } from '../../platform';
import type { LoadSubpackageOptions, LoadSubpackageTask, My, SubpackageProgress } from '../../platform/my';
import { fail, succeed, type Bridge } from './bridge';
import { decodeUtf8 } from './files/encoding';
import type { PackageFileSource } from './files/package-files';

/** Runs a module of the package, as the host's `require` does. The path is relative to the package root. */
export type ModuleRunner = (path: string) => unknown;

export interface SubpackageSetup {
    readonly bridge: Bridge;
    readonly switches: HostSwitches;
    readonly packageFiles: PackageFileSource;
    /** Milliseconds until a subpackage has come. */
    readonly latencyMs: number;
    /** Runs a subpackage's `game.js`; without it nothing is run. */
    readonly runModule: ModuleRunner | undefined;
    readonly loaded: Set<string>;
}

/** `my.loadSubpackage`, lower-case p (platform facts 3.6): reads game.json, runs `<root>/game.js`, then succeeds. */
export function createSubpackageCalls(setup: SubpackageSetup): Required<Pick<My, 'loadSubpackage'>> {
    return { loadSubpackage: (options) => loadSubpackage(setup, options) };
}

function loadSubpackage({ bridge, switches, packageFiles, latencyMs, runModule, loaded }: SubpackageSetup, options: LoadSubpackageOptions): LoadSubpackageTask | undefined {
    const listeners: ((progress: SubpackageProgress) => void)[] = [];
    bridge.callSlow(options, { api: 'loadSubpackage', group: 'subpackages', target: String(options?.name) }, (settle) => {
        bridge.life.schedule(() => {
            const shapeFailure = switches.subpackageFailure === 'errMsg' ? ({ errorMessage }: { errorMessage: string }) => ({ errMsg: errorMessage }) : undefined;
            const root = subpackageRoots(packageFiles).get(options.name);
            if (root === undefined) { settle(fail(3, `loadSubpackage: no subpackage named ${options.name}`), shapeFailure); return; }
            for (const listener of listeners) {
                for (const progress of [50, 100]) bridge.life.run(() => listener({ progress, totalBytesWritten: progress, totalBytesExpectedToWrite: 100 }));
            }
            if (!loaded.has(options.name)) {
                loaded.add(options.name);
                try {
                    runModule?.(`${root}/game.js`);
                } catch (error) {
                    loaded.delete(options.name);
                    settle(fail(3, `loadSubpackage: ${root}/game.js failed: ${String(error)}`), shapeFailure);
                    return;
                }
            }
            settle(succeed({ success: true }));
        }, latencyMs);
    });
    return switches.subpackageTask ? { onProgressUpdate: (listener) => { listeners.push(listener); } } : undefined;
}

/** Names and roots (without slashes at their ends) of game.json's `subpackages`, lower-case p (platform facts 1.1). */
export function subpackageRoots(packageFiles: PackageFileSource): Map<string, string> {
    const roots = new Map<string, string>();
    const bytes = packageFiles.read('game.json');
    if (!bytes) return roots;
    const { subpackages = [] } = JSON.parse(decodeUtf8(bytes)) as { subpackages?: readonly { name: string; root: string }[] };
    for (const { name, root } of subpackages) roots.set(name, root.replace(/^\/+|\/+$/g, ''));
    return roots;
}
