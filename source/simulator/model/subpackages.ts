import { networkErrors, type HostSwitches } from '../../platform';
import type { LoadSubpackageOptions, LoadSubpackageTask, My, SubpackageProgress } from '../../platform/my';
import { fail, succeed, type Bridge } from './bridge';
import { decodeUtf8 } from './files/encoding';
import type { PackageFileSource } from './files/package-files';
import type { HostNetwork } from './network/network';

/** Runs a module of the package, as the host's `require` does. The path is relative to the package root. */
export type ModuleRunner = (path: string) => unknown;

export interface SubpackageSetup {
    readonly bridge: Bridge;
    readonly switches: HostSwitches;
    readonly packageFiles: PackageFileSource;
    /** Brings what is not on the phone yet. */
    readonly network: HostNetwork;
    /** Milliseconds the call takes beside that. */
    readonly latencyOf: () => number;
    /** Runs a subpackage's `game.js`; without it nothing is run. */
    readonly runModule: ModuleRunner | undefined;
    readonly loaded: Set<string>;
}

/**
 * `my.loadSubpackage`, lower-case p (platform facts 3.6): reads game.json, fetches what is below `<root>`, runs
 * `<root>/game.js`, then succeeds.
 */
export function createSubpackageCalls(setup: SubpackageSetup): Required<Pick<My, 'loadSubpackage'>> {
    return { loadSubpackage: (options) => loadSubpackage(setup, options) };
}

function loadSubpackage({ bridge, switches, packageFiles, network, latencyOf, runModule, loaded }: SubpackageSetup, options: LoadSubpackageOptions): LoadSubpackageTask | undefined {
    const listeners: ((progress: SubpackageProgress) => void)[] = [];
    bridge.callSlow(options, { api: 'loadSubpackage', group: 'subpackages', target: String(options?.name) }, (settle, extent) => {
        const { life } = bridge;
        const refuse = (error: number, message: string): void => settle(
            fail(error, `loadSubpackage: ${message}`),
            switches.subpackageFailure === 'errMsg' ? ({ errorMessage }: { errorMessage: string }) => ({ errMsg: errorMessage }) : undefined,
        );
        const arrive = (root: string): void => {
            if (!loaded.has(options.name) && extent !== 'none') {
                loaded.add(options.name);
                try {
                    runModule?.(`${root}/game.js`);
                } catch (error) {
                    loaded.delete(options.name);
                    return refuse(3, `${root}/game.js failed: ${String(error)}`);
                }
            }
            settle(succeed({ success: true }));
        };
        life.schedule(() => {
            const root = subpackageRoots(packageFiles).get(options.name);
            if (root === undefined) return refuse(3, `no subpackage named ${options.name}`);
            // What has come once is on the phone.
            const total = loaded.has(options.name) ? 0 : packageFiles.bytesBelow(root);
            const forget = life.onEnd(network.carry(life.clock, total, (arrived) => {
                forget();
                life.run(() => (arrived ? arrive(root) : refuse(networkErrors.offline, 'no network')));
            }, (received) => {
                const progress = { progress: total === 0 ? 100 : Math.floor(received / total * 100), totalBytesWritten: received, totalBytesExpectedToWrite: total };
                life.tell(() => { for (const listener of listeners) life.run(() => listener(progress)); });
            }));
        }, latencyOf());
    });
    return switches.subpackageTask ? { onProgressUpdate: (listener) => { listeners.push(listener); } } : undefined;
}

/** Names and roots (without slashes at their ends) of game.json's `subpackages`, lower-case p (platform facts 1.1). */
function subpackageRoots(packageFiles: PackageFileSource): Map<string, string> {
    const roots = new Map<string, string>();
    const bytes = packageFiles.read('game.json');
    if (!bytes) return roots;
    const { subpackages = [] } = JSON.parse(decodeUtf8(bytes)) as { subpackages?: readonly { name: string; root: string }[] };
    for (const { name, root } of subpackages) roots.set(name, root.replace(/^\/+|\/+$/g, ''));
    return roots;
}
