import type { Arguments } from './arguments';
import type { Build, Game } from './read-games';
import type { Variant } from './results';
import type { ScenarioName } from './server/scenario';

/** Where the package of a run comes from. */
export type Source =
    | { readonly from: 'folder'; readonly directory: string }
    /** Packed of the build: `change` says what is done to it before. */
    | { readonly from: 'build'; readonly build: Build; readonly change?: 'zip' | 'renew' };

export interface RunPlan {
    readonly id: string;
    readonly game: Game;
    readonly client: string;
    readonly variant: Variant;
    readonly scenario: ScenarioName | null;
    readonly source: Source;
    /** The next version of the game, for the scenario `update`. */
    readonly next?: Source;
}

export interface Plan {
    /** Runs that are compared with one another: one game, one client, one scenario; the engine's twin first. */
    readonly groups: readonly (readonly RunPlan[])[];
    /** What cannot be played, and why. */
    readonly skipped: readonly string[];
}

/** Decides what is played of which package, in which order. */
export function planRuns(games: readonly Game[], { clients, layouts, scenarios, pack }: Pick<Arguments, 'clients' | 'layouts' | 'scenarios' | 'pack'>): Plan {
    const skipped: string[] = [];
    const groups: RunPlan[][] = [];
    for (const game of games) {
        const sources = new Map<Variant, Source>();
        if (game.engine !== undefined) sources.set('engine', { from: 'folder', directory: game.engine });
        for (const layout of layouts) {
            const directory = game.packages[layout];
            if (game.build && (pack || directory === undefined)) sources.set(layout, { from: 'build', build: game.build });
            else if (directory !== undefined) sources.set(layout, { from: 'folder', directory });
            else skipped.push(`${game.name}: no ${layout} package, and no build/ with config.json to pack one of`);
        }
        const wanted = scenarios.length === 0 ? [null] : scenarios.filter((scenario) => {
            const reason = whyNot(game, scenario);
            if (reason !== undefined) skipped.push(`${game.name}: ${scenario} is left out: ${reason}`);
            return reason === undefined;
        });
        for (const client of clients) {
            for (const scenario of wanted) {
                const runs = [...sources].flatMap(([variant, source]) => planRun(game, client, variant, scenario, source));
                if (runs.length > 0) groups.push(runs);
            }
        }
    }
    return { groups, skipped };
}

/** Why a game cannot be played in a scenario. */
function whyNot({ hasRemote, hasVersions, build, nextBuild }: Game, scenario: ScenarioName): string | undefined {
    if (!hasRemote) return 'the game has no remote bundles';
    if ((scenario === 'zip' || scenario === 'update') && build === undefined) return 'there is no build/ with config.json to change';
    if (scenario === 'update' && nextBuild === undefined && !hasVersions) return 'the build has no md5s in its names, and there is no build-v2/';
    return undefined;
}

function planRun(game: Game, client: string, variant: Variant, scenario: ScenarioName | null, source: Source): RunPlan[] {
    const id = [game.name, client, variant, ...(scenario === null ? [] : [scenario])].join('--');
    const run: RunPlan = { id, game, client, variant, scenario, source };
    if (scenario !== 'zip' && scenario !== 'update') return [run];
    // The twin has no build that could be changed.
    const { build, nextBuild } = game;
    if (variant === 'engine' || build === undefined) return [];
    if (scenario === 'zip') return [{ ...run, source: { from: 'build', build, change: 'zip' } }];
    return [{
        ...run,
        source: { from: 'build', build },
        next: nextBuild === undefined ? { from: 'build', build, change: 'renew' } : { from: 'build', build: { ...build, directory: nextBuild } },
    }];
}
