import { promises as fs } from 'node:fs';
import path from 'node:path';
import { playGame } from '../e2e/preview-page';
import { productDirectory } from '../e2e/game-package';
import type { Arguments } from './arguments';
import { comparePictures, findReasons, findWarnings, judgeRun, type Reason } from './judge-run';
import type { Observation } from './observation';
import { createPackageShelf, type PackageShelf, type ReadyPackage } from './packages';
import { planRuns, type RunPlan } from './plan-runs';
import { playStart } from './play-start';
import { readGames } from './read-games';
import { countResults, type Results, type RunResult } from './results';
import { playScenario } from './server/play-scenario';

/** What a run gave, before it is compared. */
interface Played {
    readonly run: RunPlan;
    readonly ready: ReadyPackage | undefined;
    readonly observation: Observation | undefined;
    readonly reasons: readonly Omit<Reason, 'likewise'>[];
    readonly notes: readonly string[];
    readonly durationMs: number;
}

/** Tells somebody who waits. */
export interface Progress {
    begin(runs: number, skipped: readonly string[]): void;
    end(result: RunResult, done: number, runs: number): void;
}

/**
 * Plays every package of a folder and writes pictures and `results.json`; a run that could not be played is a result too.
 * @throws UsageError where there is nothing to play.
 */
export async function playFolder(choice: Arguments, progress: Progress): Promise<Results> {
    const games = readGames(choice.folder, choice.game);
    const { groups, skipped } = planRuns(games, choice);
    const count = groups.reduce((sum, group) => sum + group.length, 0);
    progress.begin(count, skipped);
    await fs.mkdir(path.join(choice.out, 'pictures'), { recursive: true });
    const shelf = createPackageShelf(path.join(choice.out, 'packages'));
    const places = new Map(groups.flat().map(({ id }, index) => [id, index]));
    const runs: RunResult[] = [];
    const { version } = JSON.parse(await fs.readFile(path.join(productDirectory, 'package.json'), 'utf8')) as { version: string };
    const made = new Date().toISOString();
    const collect = (): Results => ({
        version: 1, made, product: version, seconds: choice.seconds, device: choice.device,
        games: games.map(({ name, about, steps }) => ({ name, about, inputs: steps.length })),
        runs: [...runs].sort((a, b) => places.get(a.id)! - places.get(b.id)!),
        summary: countResults(runs),
    });
    const waiting = [...groups];
    await Promise.all(Array.from({ length: choice.jobs }, async () => {
        for (let group = waiting.shift(); group !== undefined; group = waiting.shift()) {
            let engine: Played | undefined;
            for (const run of group) {
                const played = await playRun(run, choice, shelf);
                if (run.variant === 'engine') engine = played;
                const result = await finishRun(played, run.variant === 'engine' ? undefined : engine, choice.out);
                runs.push(result);
                // Written each time: who stops the command keeps what was played.
                await fs.writeFile(path.join(choice.out, 'results.json'), `${JSON.stringify(collect(), undefined, 2)}\n`);
                progress.end(result, runs.length, count);
            }
        }
    }));
    return collect();
}

/** More than any run takes; what passes it hangs. */
function longest({ seconds, patience }: Arguments): number {
    return (seconds + patience) * 1000 * 5 + 120_000;
}

async function playRun(run: RunPlan, choice: Arguments, shelf: PackageShelf): Promise<Played> {
    const start = Date.now();
    let ready: ReadyPackage | undefined;
    const notes: string[] = [];
    const done = (part: Pick<Played, 'observation' | 'reasons' | 'notes'>): Played => ({ run, ready, durationMs: Date.now() - start, ...part, notes: [...notes, ...part.notes] });
    try {
        ready = await (run.scenario === 'update' ? shelf.getCopy(run) : shelf.get(run));
        const next = run.next === undefined ? undefined : await shelf.get(run, run.next);
        notes.push(...[ready, next].flatMap((made) => made?.change ?? []));
        const settings = { ...run.game.about.settings, profile: run.client, device: run.game.about.settings?.device ?? choice.device };
        const setup = { seconds: choice.seconds, patience: choice.patience, steps: run.game.steps };
        const { directory, figures: { remoteBytes } } = ready;
        const { scenario } = run;
        return done(await withLimit(longest(choice), async () => {
            if (scenario !== null) return playScenario(scenario, { ...setup, directory, remoteBytes, settings, ...(next === undefined ? {} : { next: next.directory }) });
            const game = await playGame(directory, settings);
            try {
                const observation = await playStart(game, setup);
                return { observation, reasons: findReasons(observation), notes: [] };
            } finally {
                await game.close();
            }
        }));
    } catch (error) {
        const text = error instanceof Error ? error.message : String(error);
        return done({ observation: undefined, reasons: [{ kind: 'runner', text, key: `runner ${text.split('\n')[0]}` }], notes: [] });
    }
}

async function withLimit<Value>(milliseconds: number, work: () => Promise<Value>): Promise<Value> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const limit = new Promise<never>((_resolve, reject) => {
        timer = setTimeout(() => reject(new Error(`The run took longer than ${Math.round(milliseconds / 1000)} s: the page hangs.`)), milliseconds);
    });
    try {
        return await Promise.race([work(), limit]);
    } finally {
        clearTimeout(timer);
    }
}

/** Judges a run, beside its twin where there is one, and writes its pictures. */
async function finishRun(played: Played, twin: Played | undefined, out: string): Promise<RunResult> {
    const { run, ready, observation, notes, durationMs } = played;
    const pictures: Record<string, string> = {};
    for (const [name, base64] of Object.entries(observation?.pictures ?? {})) {
        pictures[name] = `pictures/${run.id}-${name}.png`;
        await fs.writeFile(path.join(out, pictures[name]), Buffer.from(base64, 'base64'));
    }
    const compared = observation && twin?.observation && run.scenario === null ? comparePictures(observation, twin.observation) : undefined;
    // A twin that broke shows nothing to measure a picture by.
    const counts = compared?.reason !== undefined && !twin!.reasons.some(({ kind }) => kind === 'verdict' || kind === 'blank');
    const reasons = [...played.reasons, ...(counts ? [compared.reason!] : [])];
    const { pictures: _pictures, problems: _problems, callsByApi = {}, ...shown } = observation ?? ({} as Partial<Observation>);
    return {
        id: run.id, game: run.game.name, client: run.client, variant: run.variant, scenario: run.scenario,
        ...judgeRun(reasons, run.game.about, twin?.reasons),
        package: ready?.figures ?? null,
        shown: observation === undefined ? null : shown as NonNullable<RunResult['shown']>,
        callsByApi, pictures,
        notes: [...notes, ...(observation === undefined ? [] : findWarnings(observation))],
        comparison: twin === undefined ? null : { engineRun: twin.run.id, pictureDifference: compared?.difference ?? null },
        durationMs,
    };
}

