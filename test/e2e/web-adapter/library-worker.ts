import { createAlipayHost, createRealClock, HostNetwork } from '../../../source/simulator/model';
import { profiles, type ProfileName } from '../../../source/platform';
import { takeBrowserParts, type WorkerGlobalThis } from '../../../source/simulator/page/worker/browser-parts';
import { furnishGlobalScope } from '../../../source/simulator/page/worker/global-scope';
import { forwardHttp, forwardSockets } from './library-network';

/* Runs in a Worker: games that use libraries from npm, on the built adapter, on the host model, against real servers. */

export interface LibraryRun {
    readonly profile: ProfileName;
    /** Which games, in groups: those of a group run at once, the groups one after another. */
    readonly groups: readonly (readonly string[])[];
    /** Addresses in the games' world, with the real server of each on loopback. */
    readonly servers: Readonly<Record<string, string>>;
}

type Play = () => Promise<string>;
type ModuleBody = (require: (path: string) => unknown, module: { exports: unknown }, exports: unknown) => void;

const scope = globalThis as WorkerGlobalThis;
const parts = takeBrowserParts(scope);

parts.addEventListener('message', ({ data }: MessageEvent<LibraryRun>) => void run(data));

async function run({ profile, groups, servers }: LibraryRun): Promise<void> {
    const network = new HostNetwork();
    for (const [address, real] of Object.entries(servers)) {
        forwardHttp(network, `https://${address}/`, `http://${real}/`, parts);
        forwardSockets(network, `wss://${address}/`, `ws://${real}/`, parts);
    }
    const uncaught = (error: unknown): void => parts.postMessage({ uncaught: String(error) });
    const host = createAlipayHost({ profile: profiles[profile], network, clock: createRealClock(), onUncaughtError: () => {} });
    parts.addEventListener('error', (event: ErrorEvent) => {
        event.preventDefault();
        host.lifecycle.raiseError(event.error ?? event.message);
        uncaught(event.error ?? event.message);
    });
    parts.addEventListener('unhandledrejection', (event: PromiseRejectionEvent) => {
        event.preventDefault();
        host.lifecycle.raiseUnhandledRejection(event.reason);
        uncaught(event.reason);
    });
    furnishGlobalScope(scope, host.globals, true);

    const load = (path: string): unknown => {
        let body: ModuleBody | undefined;
        Object.defineProperty(scope, '__define', { value: (given: ModuleBody) => { body = given; }, configurable: true });
        parts.importScripts(`/module/${path}`);
        Reflect.deleteProperty(scope, '__define');
        const module = { exports: {} };
        body!((other) => load(other.replace('./', '')), module, module.exports);
        return module.exports;
    };
    load('web-adapter.js');
    const results: Record<string, string> = {};
    for (const group of groups) {
        await Promise.all(group.map(async (name) => {
            try {
                results[name] = await (load(`${name}.js`) as { default: Play }).default();
            } catch (error) {
                results[name] = `failed: ${String(error)} ${String((error as Error | undefined)?.stack).slice(0, 600)}`;
            }
            parts.postMessage({ name, result: results[name] });
        }));
    }
    parts.postMessage({ results });
}
