import type { Judgement } from './judge-run';
import type { Observation } from './observation';
import type { About, Layout } from './read-games';
import type { ScenarioName } from './server/scenario';

/** Which adapters and layout were played: ours in a layout, or the twin with the engine's own adapters. */
export type Variant = Layout | 'engine';

export interface PackageFigures {
    /** Bytes of all parts of the package, of its main package, and of what lies on the resource server. */
    readonly bytes: number;
    readonly mainBytes: number;
    readonly remoteBytes: number;
    /** Whether the package was found, or packed of the build beside it. */
    readonly made: 'found' | 'packed';
    /** What `pack` said where it ended with a failure, such as a limit that is passed. */
    readonly packProblems: string;
}

/** One row. Pictures are paths relative to the results. */
export interface RunResult extends Judgement {
    /** `<game>--<client>--<variant>`, with `--<scenario>` behind it. */
    readonly id: string;
    readonly game: string;
    readonly client: string;
    readonly variant: Variant;
    readonly scenario: ScenarioName | null;
    readonly package: PackageFigures | null;
    /** What the last start of the run showed; null where nothing could be played. */
    readonly shown: Omit<Observation, 'pictures' | 'problems' | 'callsByApi'> | null;
    readonly callsByApi: Readonly<Record<string, number>>;
    /** What a scenario tells beside: one line each. */
    readonly notes: readonly string[];
    readonly pictures: { readonly first?: string; readonly settled?: string; readonly end?: string };
    /** Against the twin on the same client; null without one. */
    readonly comparison: { readonly engineRun: string; readonly pictureDifference: number | null } | null;
    readonly durationMs: number;
}

export interface GameResult {
    readonly name: string;
    readonly about: About;
    readonly inputs: number;
}

/** What `results.json` holds. `docs/tests.md` documents the form; a change of what is there raises `version`. */
export interface Results {
    readonly version: 1;
    /** ISO 8601. */
    readonly made: string;
    readonly product: string;
    readonly seconds: number;
    readonly device: string;
    readonly games: readonly GameResult[];
    readonly runs: readonly RunResult[];
    /** Of our runs alone: how many played, failed as on the engine's adapters, and failed alone. */
    readonly summary: { readonly plays: number; readonly likewise: number; readonly fails: number };
}

export function countResults(runs: readonly RunResult[]): Results['summary'] {
    const ours = runs.filter(({ variant }) => variant !== 'engine');
    const count = (result: Judgement['result']): number => ours.filter((run) => run.result === result).length;
    return { plays: count('plays'), likewise: count('likewise'), fails: count('fails') };
}
