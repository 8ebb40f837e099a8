import type { ProfileName } from '../../../../source/platform';

export const scenarioNames = [
    'parses every adapter',
    'boots the demo, standard layout',
    'boots the demo, lean layout',
    'loads bundles of the server, keeps them and finds them offline',
    'is killed while it keeps files, and goes on in the next session',
    'keeps within the quota',
    'requests, fetches and opens sockets',
    'gives the browser objects of pure code',
    'edits text',
    'is touched',
] as const;
export type ScenarioName = (typeof scenarioNames)[number];

/** What a scenario gives is compared as JSON. */
export type Scenario = (profile: ProfileName) => unknown;

export interface Result {
    readonly scenario: ScenarioName;
    readonly profile: ProfileName;
    readonly value?: unknown;
    /** What the scenario threw: it should not. */
    readonly failed?: string;
    /** What was logged meanwhile. */
    readonly console?: readonly string[];
}
