import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { standardPath } from '../package';
import { groupKey, type BuildRecord, type Growth, type SizeReport } from './model';

/** A build as it is remembered. */
interface StoredBuild extends BuildRecord {
    /** Differs when any content differs. */
    readonly fingerprint: string;
    readonly groups: Readonly<Record<string, number>>;
    /** Bytes by name without md5. */
    readonly files: Readonly<Record<string, number>>;
}

/** What is kept beside a build folder about the builds before. */
export interface BuildHistory {
    readonly version: 1;
    readonly current: StoredBuild;
    /** The last build that was not the same as `current`. */
    readonly previous?: StoredBuild;
    /** Engine modules that the host told last; `report DIR` runs without a host. */
    readonly modules?: readonly string[];
    /** Project paths of assets by uuid, that the host told last. */
    readonly assetUrls?: Readonly<Record<string, string>>;
    /** Before `current`, oldest first. */
    readonly earlier: readonly BuildRecord[];
}

type Measured = Pick<SizeReport, 'made' | 'groups' | 'files' | 'limits' | 'remote'>;

const mostRecords = 60;
const mostFiles = 50;

/** Reads the history's file; undefined where there is none, or none that can be read. */
export function readHistory(file: string): BuildHistory | undefined {
    try {
        const history: unknown = JSON.parse(readFileSync(file, 'utf8'));
        if (isHistory(history)) return history;
    } catch {
        // A report does not fail for its memory.
    }
    return undefined;
}

function isHistory(value: unknown): value is BuildHistory {
    if (!isObject(value)) return false;
    const { version, current, previous, modules = [], assetUrls = {}, earlier } = value;
    return version === 1 && isStoredBuild(current) && (previous === undefined || isStoredBuild(previous))
        && Array.isArray(modules) && modules.every((module) => typeof module === 'string')
        && isObject(assetUrls) && Object.values(assetUrls).every((url) => typeof url === 'string')
        && Array.isArray(earlier) && earlier.every(isRecord);
}

function isStoredBuild(value: unknown): value is StoredBuild {
    return isRecord(value) && 'fingerprint' in value && 'groups' in value && areSizes(value.groups) && 'files' in value && areSizes(value.files);
}

function isRecord(value: unknown): value is BuildRecord {
    return isObject(value) && typeof value['made'] === 'string' && ['main', 'package', 'remote'].every((key) => typeof value[key] === 'number');
}

function areSizes(value: unknown): boolean {
    return isObject(value) && Object.values(value).every((bytes) => typeof bytes === 'number');
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Adds a build. The same build again (nothing was built since the last report) takes its own place, so that the
 * comparison stays the one with the build before.
 * @param checksumOf the checksum of a file's content where it is known.
 */
export function rememberBuild(history: BuildHistory | undefined, report: Measured, checksumOf: (path: string) => number | undefined): BuildHistory {
    const fingerprint = createHash('sha256');
    const files: Record<string, number> = Object.create(null) as Record<string, never>;
    for (const { path, bytes } of [...report.files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
        fingerprint.update(`${path}\0${bytes}\0${checksumOf(path) ?? ''}\n`);
        const name = nameWithoutHash(path);
        files[name] = (files[name] ?? 0) + bytes;
    }
    const groups = Object.fromEntries(report.groups.map((group) => [groupKey(group), group.bytes]));
    const build: StoredBuild = { ...recordOf(report), fingerprint: fingerprint.digest('hex'), groups, files };
    if (history === undefined) return { version: 1, current: build, earlier: [] };
    const { current, previous, earlier } = history;
    if (current.fingerprint === build.fingerprint) return { version: 1, current: { ...build, made: current.made }, ...(previous ? { previous } : {}), earlier };
    const { made, main, package: whole, remote } = current;
    return { version: 1, current: build, previous: current, earlier: [...earlier, { made, main, package: whole, remote }].slice(-mostRecords) };
}

/** What changed between the last two builds. */
export function compareBuilds({ current, previous }: BuildHistory): Growth | undefined {
    if (previous === undefined) return undefined;
    const groups: Record<string, number> = {};
    const hasMoved = isLean(current) !== isLean(previous);
    for (const key of new Set([...Object.keys(current.groups), ...Object.keys(previous.groups)])) {
        // In the other layout these lie elsewhere: they have not grown by all they are.
        if (hasMoved && /^(main|game)\//.test(key)) continue;
        const change = (current.groups[key] ?? 0) - (previous.groups[key] ?? 0);
        if (change !== 0) groups[key] = change;
    }
    const names = new Set([...Object.keys(current.files), ...Object.keys(previous.files)]);
    const files = [...names]
        .map((path) => ({ path, before: previous.files[path] ?? 0, after: current.files[path] ?? 0 }))
        .filter(({ before, after }) => before !== after)
        .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before))
        .slice(0, mostFiles);
    return {
        since: previous.made,
        main: current.main - previous.main,
        package: current.package - previous.package,
        remote: current.remote - previous.remote,
        groups,
        files,
    };
}

function isLean({ groups }: StoredBuild): boolean {
    return Object.keys(groups).some((key) => key.startsWith('game/'));
}

/** All builds known, oldest first. */
export function listRecords({ current, earlier }: BuildHistory): BuildRecord[] {
    const { made, main, package: whole, remote } = current;
    return [...earlier, { made, main, package: whole, remote }];
}

/**
 * The same file has the same name in the next build: without md5, without the letters rollup puts behind a chunk, and in
 * either layout of the main package.
 */
function nameWithoutHash(path: string): string {
    const plain = standardPath(path).replace(/\.[0-9a-f]{5,32}(?=[./]|$)/g, '');
    return path.includes('cocos-js/') ? plain.replace(/-[\w-]{6,10}(?=\.(js|wasm|mem|bin)\b)/, '') : plain;
}

function recordOf({ made, limits, remote }: Measured): BuildRecord {
    const bytesOf = (of: 'main' | 'package'): number => limits.find((limit) => limit.of === of)?.bytes ?? 0;
    return { made, main: bytesOf('main'), package: bytesOf('package'), remote: remote.bytes };
}
