/** A phone with a package: the host model, and the package's modules run as the client runs them. */
import { createModuleLoader, type ModuleFunction, type ModuleLoader } from '../../../source/simulator/page/worker/module-loader';
import type { HostProfile, ProfileName } from '../../../source/platform';
import { createAlipayHost, createVirtualClock, type AlipayHost, type DrawingCall, type HostSetup, type VirtualClock } from '../../../source/simulator/model';
import { TextDecoder } from '../../../source/runtime/web-adapter/bom/text-encoding';

export type PackageFiles = Readonly<Record<string, Uint8Array>>;
/** The game's global object, as a game sees it. */
export type Scope = any; // eslint-disable-line @typescript-eslint/no-explicit-any -- a game's window has no types

export interface PhoneSetup extends HostSetup {
    readonly profile: ProfileName | HostProfile;
    readonly packageFiles: PackageFiles;
}

export interface Phone {
    readonly host: AlipayHost;
    readonly clock: VirtualClock;
    readonly window: Scope;
    readonly modules: ModuleLoader;
    /** Errors of the game that nothing caught. */
    readonly uncaught: string[];
    /** The player's next session, on the same phone. */
    restart(changes?: HostSetup): Phone;
}

export function startPhone(setup: PhoneSetup): Phone {
    const clock = createVirtualClock();
    return phoneOn(setup, clock, (changes) => createAlipayHost({ latencyMs: 2, ...setup, clock, ...changes }));
}

function phoneOn(setup: PhoneSetup, clock: VirtualClock, createHost: (changes: HostSetup) => AlipayHost): Phone {
    const { packageFiles } = setup;
    const uncaught: string[] = [];
    const subpackages = listSubpackages(packageFiles);
    const host: AlipayHost = createHost({
        runModule: (path) => modules.openSubpackage(subpackages.find(({ root }) => path.startsWith(`${root}/`))!.name),
        onGameError: (error) => { uncaught.push(String(error)); },
        onUncaughtError: () => undefined,
    });
    const modules = createModuleLoader({ files: packageFiles, subpackages, load: (path) => compile(decode(packageFiles[path]!), host.globals) });
    return { host, clock, window: host.globals, modules, uncaught, restart: (changes = {}) => phoneOn(setup, clock, (own) => host.restart({ ...changes, ...own })) };
}

function listSubpackages(files: PackageFiles): { readonly name: string; readonly root: string }[] {
    const game = files['game.json'];
    const { subpackages = [] } = (game ? JSON.parse(decode(game)) : {}) as { subpackages?: { name: string; root: string }[] };
    return subpackages.map(({ name, root }) => ({ name, root: root.replace(/\/$/, '') }));
}

/** The body of a CommonJS module that sees the host's global object, and behind it the engine's. */
function compile(code: string, globals: Record<string, unknown>): ModuleFunction {
    return (new Function('scope', `with (scope) { return function (require, module, exports) {${code}\n}; }`) as (scope: object) => ModuleFunction)(globals);
}

const decoder = new TextDecoder();

/** UTF-8 as text. */
export function decode(bytes: Uint8Array): string {
    return decoder.decode(bytes);
}

/** Drawing calls as lines, with numbers that two engines' sines and cosines agree on. */
export function describeDrawing(calls: readonly DrawingCall[]): string[] {
    return calls.map(({ name, args }) => `${name}(${args.map(describeValue).join(', ')})`);
}

function describeValue(value: unknown): string {
    if (typeof value === 'number') return String(Math.round(value * 10_000) / 10_000 + 0);
    if (typeof value === 'string') return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}… ${value.length}` : value);
    if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
        const numbers = Array.from(value as unknown as ArrayLike<number>);
        return `[${numbers.length}: ${numbers.slice(0, 40).map(describeValue).join(' ')}]`;
    }
    if (Array.isArray(value)) return `[${value.map(describeValue).join(' ')}]`;
    return typeof value === 'object' && value !== null ? 'object' : String(value);
}
