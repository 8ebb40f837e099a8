/** A whole game on one host: first screen, bundles of every kind, a sound, an edit box, and the next start from the cache. */
import { strToU8, zipSync } from 'fflate';
import { createAlipayHost, createVirtualClock, type AlipayHost, type CallRecord, type HostSetup, type VirtualClock } from '../../../source/simulator/model';
import { createFirstScreen, type FirstScreen } from '../../../source/runtime/first-screen/first-screen';
import { createFailure } from '../../../source/runtime/first-screen/failure/failure';
import { installWebAdapter } from '../../../source/runtime/web-adapter/install';
import { adapterParts } from '../web-adapter/installed';
import { buildBundle, png, serveBundle, startGame, type BundleFiles, type Game } from './game';

const uuidOf = (bundle: number, asset: number): string => `${bundle}${bundle}aaaaaa-0000-4000-8000-00000000000${asset}`;
const names = ['near', 'far', 'zipped', 'sub'] as const;
const sound = new Uint8Array([0x49, 0x44, 0x33, 3, 0]);

const inFolder = (folder: string, files: Readonly<Record<string, string | Uint8Array>>): Record<string, string | Uint8Array> => (
    Object.fromEntries(Object.entries(files).map(([path, data]) => [`${folder}/${path}`, data]))
);
const zipOf = (files: Readonly<Record<string, string | Uint8Array>>): Uint8Array => zipSync(
    Object.fromEntries(Object.entries(inFolder('res', files)).map(([path, data]) => [path, typeof data === 'string' ? strToU8(data) : data])), { level: 0 },
);

const bundles: readonly BundleFiles[] = names.map((name, index) => buildBundle(name, [
    { uuid: uuidOf(index + 1, 1), data: { bundle: name } },
    { uuid: uuidOf(index + 1, 2), native: { name: 'a.png', data: png } },
    { uuid: uuidOf(index + 1, 3), native: { name: 'a.mp3', data: sound } },
], { listed: name !== 'near' && name !== 'sub', ...(name === 'zipped' ? { zip: zipOf } : {}) }));
const [near, , , sub] = bundles as [BundleFiles, BundleFiles, BundleFiles, BundleFiles];

const packageFiles = {
    'game.json': JSON.stringify({ deviceOrientation: 'portrait', subpackages: [{ name: 'sub', root: 'subpackages/sub/' }] }),
    ...inFolder('assets/near', near.files), ...inFolder('subpackages/sub', sub.files),
};
const settings = {
    remoteBundles: ['far', 'zipped'], subpackages: ['sub'],
    bundleVers: Object.fromEntries(names.map((name, index) => [name, bundles[index]!.version])),
};

/** What one session of the game came to. */
export interface Played {
    /** The import data of one asset of each bundle. */
    readonly data: readonly unknown[];
    /** The width of a picture of each bundle. */
    readonly widths: readonly unknown[];
    readonly told: readonly string[];
    readonly text: string;
    readonly isHeard: boolean;
    /** Errors that nobody caught. */
    readonly errors: readonly string[];
    readonly calls: number;
}

/** What must come of it on every host. */
export const wellPlayed: Omit<Played, 'calls' | 'told'> = {
    data: names.map((bundle) => ({ bundle })), widths: names.map(() => 4), text: 'typed', isHeard: true, errors: [],
};

export interface Disturbance {
    /** After that many calls of `my`, from 1. */
    readonly at: number;
    happen(host: AlipayHost): void;
}

/** Plays the game to its end, on a new host or the one given. Rejects when a load fails or does not end. */
export async function play(setup: HostSetup, { disturbance, host: given }: { disturbance?: Disturbance; host?: AlipayHost } = {}): Promise<{ readonly played: Played; readonly host: AlipayHost }> {
    const clock = given ? given.clock as VirtualClock : createVirtualClock();
    const errors: string[] = [];
    const host = given ?? createAlipayHost({ latencyMs: 2, packageFiles, runModule: () => undefined, onUncaughtError: (error) => errors.push(String(error)), ...setup, clock });
    if (disturbance) disturb(host, disturbance);
    for (const bundle of bundles.slice(1, 3)) serveBundle(host, bundle);
    installWebAdapter(host.globals, host.my, adapterParts);
    const screen: FirstScreen = createFirstScreen({ scope: host.globals, my: host.my, loadFailure: () => createFailure });
    screen.report('engine', 1);
    await clock.until(screen.shown());
    const game = startGame({ settings }, host);
    await Promise.all(names.map((name) => game.loadBundle(name)));
    const loaded = await Promise.all(names.map((_name, index) => game.load([1, 2, 3].map((asset) => uuidOf(index + 1, asset)))));
    screen.report('scene', 1);
    await clock.until(screen.shown());
    screen.release();
    const assets = loaded as readonly (readonly [{ data: unknown }, { native: { width: unknown } }, { native: { player: { play(): void } } }])[];
    assets[1]![2].native.player.play();
    const { box, text } = await type(game, setup.latency ? 2 * setup.latency.most : 100);
    return {
        host,
        played: {
            data: assets.map(([{ data }]) => data),
            widths: assets.map(([, { native }]) => native.width),
            told: box, text, errors,
            isHeard: host.calls.count('InnerAudioContext.play') > 0,
            calls: host.calls.count(),
        },
    };
}

/** Types into an edit box and presses the key, as soon as the keyboard is there. */
async function type(game: Game, patience: number): Promise<{ box: readonly string[]; text: string }> {
    const box = new game.cc.EditBoxComponent({ string: 'old' });
    box.focus();
    const { user } = game.host;
    for (let waited = 0; !user.keyboard && waited < patience; waited += 50) await game.clock.advance(50);
    user.typeText('typed');
    await game.clock.advance(patience);
    user.confirm();
    await game.clock.advance(patience);
    return { box: box.told, text: box.string };
}

function disturb(host: AlipayHost, { at, happen }: Disturbance): void {
    let seen = 0;
    host.calls.subscribe((_call: CallRecord) => {
        seen++;
        if (seen !== at) return;
        host.clock.schedule(() => happen(host), 0);
    });
}
