import { profiles, type HostProfile, type ProfileName } from '../../platform/profiles';
import type { HostSwitches } from '../../platform/switches';
import type { NetworkConditions } from './messages';

/** One subpackage as game.json names it. `root` has no trailing slash. */
export interface SubpackageRoot {
    readonly name: string;
    readonly root: string;
}

/** Languages that a phone can be set to, as Alipay names them (platform facts 3.3), with their own names. */
export const phoneLanguages = { 'zh-Hans': '中文', en: 'English' } as const;

/** What the command line, or the page's address, sets before the game starts. */
export interface PreviewSettings {
    /** The name of a known client, or that of `probed`. */
    readonly profile: string;
    /** A client as a probe found it, to choose beside the known ones. */
    readonly probed?: HostProfile;
    /** Whether `getContext('webgl2')` answers: clients differ (platform facts 2.7). */
    readonly webgl2: boolean;
    readonly device: string;
    /** Draws fewer pixels and frames than the device (`lightDisplay`), for a machine that draws in software. */
    readonly light?: boolean;
    /** What the phone is set to; Chinese if not given. */
    readonly language?: keyof typeof phoneLanguages;
    /** Bytes a game may keep in `my.env.USER_DATA_PATH`. */
    readonly quotaBytes: number;
    /** The line at the start; without it the fastest. */
    readonly network?: NetworkConditions;
    /** Disputed behaviours that differ from the profile's, beside `webgl2`. */
    readonly switches?: Partial<Omit<HostSwitches, 'webgl2'>>;
    /** Calls that go wrong, for tests of what a game does then. */
    readonly faults?: readonly PlannedFault[];
}

/** The client that the settings choose: the probed one if it has that name, android for a name that nobody knows. */
export function chosenProfile({ profile, probed }: Partial<Pick<PreviewSettings, 'profile' | 'probed'>>): HostProfile {
    if (probed && probed.name === profile) return probed;
    const known: Readonly<Record<string, HostProfile | undefined>> = profiles;
    return (profile === undefined ? undefined : known[profile]) ?? profiles['android' satisfies ProfileName];
}

/** A fault of the model's (`simulator/model/faults.ts`) as plain data, which is sent to the page as JSON. */
export type PlannedFault = {
    readonly api: string;
    /** The N-th call, from 1, and how many in a row from it on (default 1). */
    readonly at: number;
    readonly times?: number;
} & (
    | { readonly kind: 'fail'; readonly error?: number; readonly errorMessage?: string }
    | { readonly kind: 'never'; readonly effect?: 'whole' | 'none' }
    | { readonly kind: 'late'; readonly ms: number }
    | { readonly kind: 'lost' | 'twice' | 'throw' }
);

/** What the page and the game's Worker know of the served package: the answer to `GET /description`. */
export interface GameDescription {
    readonly title: string;
    readonly orientation: 'portrait' | 'landscape';
    readonly showStatusBar: boolean;
    readonly subpackages: readonly SubpackageRoot[];
    /** `settings.assets.server`, ending in a slash; empty when the game has no remote bundles. */
    readonly server: string;
    /** Whether there is a folder that answers for `server`. */
    readonly hasRemote: boolean;
    readonly allowNetwork: boolean;
    /** Every file of the package with its bytes; paths have forward slashes and no leading one. */
    readonly files: Readonly<Record<string, number>>;
    readonly settings: PreviewSettings;
}
