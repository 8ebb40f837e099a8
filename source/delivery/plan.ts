import { isRemoteList } from '../package';
import type { DeliveryManifest, RemoteObject } from './manifest';

/** What a target holds under the path of a file: the same content, another, or (not named) nothing. */
export type Presence = ReadonlyMap<string, 'same' | 'other'>;

const phaseNames = ['content', 'lists', 'configs'] as const;
type PhaseName = (typeof phaseNames)[number];

export interface Phase {
    readonly name: PhaseName;
    readonly files: readonly RemoteObject[];
}

/** What is sent, in this order; each phase begins when all of the one before is proved to be there. */
export interface DeliveryPlan {
    readonly phases: readonly Phase[];
    /** Bytes that have to be sent. */
    readonly bytes: number;
    /** Files that are there already. */
    readonly present: readonly RemoteObject[];
    /** Paths under which the target holds other content now. */
    readonly replaced: readonly string[];
}

/** Plans a delivery (pure). A config comes last, so that no player meets one whose files are not there. */
export function planDelivery({ files }: DeliveryManifest, presence: Presence): DeliveryPlan {
    const missing = files.filter(({ path }) => presence.get(path) !== 'same');
    return {
        phases: phaseNames.map((name) => ({ name, files: missing.filter(({ path }) => phaseOf(path) === name) })),
        bytes: missing.reduce((sum, { bytes }) => sum + bytes, 0),
        present: files.filter(({ path }) => presence.get(path) === 'same'),
        replaced: missing.filter(({ path }) => presence.get(path) === 'other').map(({ path }) => path),
    };
}

/** A bundle's config and its list of files stand in the bundle's own folder, `remote/<bundle>/` (runtime contract 3). */
function phaseOf(path: string): PhaseName {
    const name = /^remote\/[^/]+\/([^/]+)$/.exec(path)?.[1] ?? '';
    if (isRemoteList(name)) return 'lists';
    return isBundleConfig(path) ? 'configs' : 'content';
}

/** Whether a path is that of a bundle's config. */
export function isBundleConfig(path: string): boolean {
    return /^remote\/[^/]+\/config(\.[0-9a-f]{5,32})?\.json$/.test(path);
}

/** The plan as lines: `send 1234 remote/…`, in the order of sending. */
export function formatDeliveryPlan({ phases, bytes, present }: DeliveryPlan): string {
    const sent = phases.flatMap(({ name, files }) => files.map((file) => `send  ${name.padEnd(8)}${String(file.bytes).padStart(12)}  ${file.path}`));
    return [...sent, `${sent.length} files, ${bytes} bytes to send; ${present.length} files are there already`].join('\n');
}
