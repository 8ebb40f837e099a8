import { promises as fs } from 'node:fs';
import { mapsDirectoryOf, remoteDirectoryOf } from '../../../source/package';
import type { PreviewSettings } from '../../../source/simulator';
import { playGame, type PlayedGame } from '../../e2e/preview-page';
import { findReasons, type Reason } from '../judge-run';
import type { Observation } from '../observation';
import { playStart, type StartSetup } from '../play-start';
import { planFailingRequests } from './failing-requests';
import { pressTryAgain } from './press-try-again';
import type { ScenarioName } from './scenario';

export interface ScenarioSetup extends StartSetup {
    readonly directory: string;
    readonly remoteBytes: number;
    readonly settings: Partial<PreviewSettings>;
    /** The package of the next version, for `update`; it takes the place of `directory`. */
    readonly next?: string;
}

export interface PlayedScenario {
    /** The last start. */
    readonly observation: Observation;
    readonly reasons: readonly Omit<Reason, 'likewise'>[];
    readonly notes: readonly string[];
}

type Line = NonNullable<PreviewSettings['network']>;
const fast: Line = { online: true, latencyMs: 0, bytesPerSecond: undefined, kind: 'WIFI' };
const off: Line = { online: false, latencyMs: 0, bytesPerSecond: undefined, kind: 'NOTREACHABLE' };
const smallQuota = 5 * 1024 * 1024;
const seed = 14;
const failingShare = 0.25;
/** How long all remote bytes take on the line of a game that is killed. */
const slowSeconds = 10;

/** Plays a game whose bundles are on a server, in one of the ways that phones bring about. */
export async function playScenario(name: ScenarioName, setup: ScenarioSetup): Promise<PlayedScenario> {
    const { settings } = setup;
    switch (name) {
        case 'cold': return withGame(setup, settings, async (game) => tell(await playStart(game, setup)));
        case 'warm':
        case 'zip': return withGame(setup, settings, (game) => playTwice(game, setup));
        case 'quota': return withGame(setup, { ...settings, quotaBytes: smallQuota }, (game) => playTwice(game, setup, { quota: smallQuota }));
        case 'flaky': return withGame(setup, { ...settings, faults: planFailingRequests(seed, failingShare) }, async (game) => {
            const observation = await playStart(game, setup);
            return tell(observation, [`${observation.failedRequests.length} of ${countRequests(observation.callsByApi)} requests failed (seed ${seed})`]);
        });
        case 'killed': return withGame(setup, { ...settings, network: slowLine(setup.remoteBytes) }, (game) => playKilled(game, setup));
        case 'offline': return withGame(setup, settings, async (game) => {
            await playStart(game, setup);
            await game.restart({ network: off });
            const observation = await playStart(game, setup);
            return judgeOffline(observation);
        });
        case 'offline-cold': return withGame(setup, { ...settings, network: off }, (game) => playOfflineCold(game, setup));
        case 'update': return withGame(setup, settings, (game) => playUpdate(game, setup));
    }
}

async function withGame(setup: ScenarioSetup, settings: Partial<PreviewSettings>, play: (game: PlayedGame) => Promise<PlayedScenario>): Promise<PlayedScenario> {
    const game = await playGame(setup.directory, settings);
    try {
        return await play(game);
    } finally {
        await game.close();
    }
}

function tell(observation: Observation, notes: readonly string[] = []): PlayedScenario {
    return { observation, reasons: findReasons(observation), notes };
}

/**
 * Without a network a second start has all that the first kept. Not its subpackages: no source says whether a client keeps
 * them, and the preview asks the network each time. Who needs one shows the failure then.
 */
export function judgeOffline(observation: Observation): PlayedScenario {
    const notes = withoutConsole(observation);
    const lacksSubpackage = observation.firstFrameMs === null && observation.blank === false && notes.some((note) => /loadSubpackage.*no network/.test(note));
    const reasons = findReasons({ ...observation, consoleErrors: [] });
    return {
        observation,
        reasons: lacksSubpackage ? reasons.filter(({ key }) => key !== 'AMG663') : reasons,
        notes: lacksSubpackage ? [...notes, 'the start needs a subpackage, which the preview does not keep: the failure is shown'] : notes,
    };
}

/** Two starts on one phone. The second has the files of the first, and asks for fewer. */
async function playTwice(game: PlayedGame, setup: ScenarioSetup, { quota }: { readonly quota?: number } = {}): Promise<PlayedScenario> {
    const first = await playStart(game, setup);
    await game.restart();
    const second = await playStart(game, setup);
    const [before, after] = [countRequests(first.callsByApi), countRequests(second.callsByApi)];
    const reasons = [...prefix('at the first start: ', findReasons(first)), ...findReasons(second)];
    const used = Math.max(first.userFiles.bytes, second.userFiles.bytes);
    if (quota === undefined && before > 2 && after >= before) reasons.push({ kind: 'server', key: 'downloads again', text: `The second start asks the server as often as the first: ${after} and ${before} requests.` });
    if (quota !== undefined && used > quota) reasons.push({ kind: 'server', key: 'over quota', text: `The game keeps ${used} bytes of at most ${quota}.` });
    return { observation: second, reasons, notes: [`${before} requests at the first start, ${after} at the second`, `${second.userFiles.count} files with ${second.userFiles.bytes} bytes kept`] };
}

/** Ends the game three times while it downloads, each time a little later, and starts it on what is left. */
async function playKilled(game: PlayedGame, setup: ScenarioSetup): Promise<PlayedScenario> {
    const killed: string[] = [];
    for (const wanted of [1, 4, 10]) {
        const end = Date.now() + slowSeconds * 1000;
        let requests = 0;
        while (requests < wanted && Date.now() < end) {
            await game.page.waitForTimeout(50);
            requests = countRequests((await game.summary()).calls.byApi);
        }
        killed.push(`${requests}`);
        await game.restart();
    }
    await game.restart({ network: fast });
    return tell(await playStart(game, setup), [`killed after ${killed.join(', ')} requests`]);
}

/** Without a network a game that needs its server says so, and comes when the network is back and the player tries again. */
async function playOfflineCold(game: PlayedGame, setup: ScenarioSetup): Promise<PlayedScenario> {
    const alone = await playStart(game, { ...setup, patience: Math.min(setup.patience, 25) });
    const notes = withoutConsole(alone);
    if (alone.firstFrameMs !== null) return { observation: alone, reasons: findReasons({ ...alone, consoleErrors: [] }), notes: [...notes, 'starts without its server'] };
    const reasons = findReasons({ ...alone, consoleErrors: [] }).filter(({ key }) => key !== 'AMG663');
    if (alone.firstPictureMs === null) return { observation: alone, reasons: [...reasons, { kind: 'server', key: 'no failure shown', text: 'Nothing is on the screen: the failure is not shown.' }], notes };
    await game.send({ type: 'network', network: fast });
    const pressed = await pressTryAgain(game);
    const later = await playStart(game, setup);
    const came = later.firstFrameMs !== null;
    return {
        observation: { ...later, pictures: { ...later.pictures, ...(alone.pictures.end === undefined ? {} : { first: alone.pictures.end }) } },
        reasons: came ? reasons : [...reasons, { kind: 'server', key: 'does not recover', text: 'With the network back, the game does not come by pressing "try again".' }],
        notes: [...notes, came ? `comes by ${pressed} when the network is back` : `does not come by ${pressed}`],
    };
}

/** The old version once, then the new one on the same phone. */
async function playUpdate(game: PlayedGame, setup: ScenarioSetup): Promise<PlayedScenario> {
    const { directory, next } = setup;
    if (next === undefined) throw new Error('there is no next version to play');
    const first = await playStart(game, setup);
    for (const folder of [(name: string) => name, remoteDirectoryOf, mapsDirectoryOf]) {
        await fs.rm(folder(directory), { recursive: true, force: true });
        await fs.cp(folder(next), folder(directory), { recursive: true }).catch((error: NodeJS.ErrnoException) => {
            if (error.code !== 'ENOENT') throw error;
        });
    }
    await game.restart();
    const second = await playStart(game, setup);
    const notes = [
        `${countRequests(first.callsByApi)} requests of the old version, ${countRequests(second.callsByApi)} of the new one`,
        `${first.userFiles.count} files kept of the old version, ${second.userFiles.count} after the new one`,
    ];
    return { observation: second, reasons: [...prefix('of the old version: ', findReasons(first)), ...findReasons(second)], notes };
}

function prefix(text: string, reasons: readonly Omit<Reason, 'likewise'>[]): Omit<Reason, 'likewise'>[] {
    return reasons.map((reason) => ({ ...reason, text: text + reason.text }));
}

/** Errors that a game logs without its network are what it should do. */
function withoutConsole({ consoleErrors }: Observation): readonly string[] {
    return consoleErrors.map((text) => `console: ${text.split('\n')[0]!}`);
}

function countRequests(byApi: Readonly<Record<string, number>>): number {
    return (byApi['downloadFile'] ?? 0) + (byApi['request'] ?? 0);
}

function slowLine(remoteBytes: number): Line {
    return { online: true, latencyMs: 100, bytesPerSecond: Math.max(20_000, Math.round(remoteBytes / slowSeconds)), kind: '4G' };
}
