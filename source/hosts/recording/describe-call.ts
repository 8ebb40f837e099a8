import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describeKeys, describeOurOptions, isBuiltName, redactPath, valueAt, type RecordedPlaces } from './redaction';

/** One call of a hook. */
export interface HookCall {
    readonly name: string;
    readonly self: unknown;
    readonly args: readonly unknown[];
}

/** The nested options whose keys differ between hosts, and that hooks read or set (host contract 2 and 4). */
const nestedOptions = ['buildScriptParam', 'buildEngineParam', 'md5CacheOptions', 'polyfills'];

/**
 * A call as the lines of a recording: who called what with which kinds of arguments, their keys, the paths, and what
 * lay on disk. The form is that of the recordings of real builds that the stand-in hosts are compared with.
 */
export function describeCall({ name, self, args }: HookCall, places: RecordedPlaces): string {
    const [options, second] = args;
    const paths = valueAt(second, 'paths');
    const lines = [
        `## ${name} this=${className(self)} args=${args.map(className).join(',')}`,
        ...(args.length > 0 ? [`  options keys: ${describeKeys(options)}`] : []),
        ...nestedOptions.filter((key) => valueAt(options, key) !== undefined).map((key) => `  ${key} keys: ${describeKeys(valueAt(options, key))}`),
        ...(args.length > 0 ? [`  packages ${JSON.stringify(describeOurOptions(valueAt(options, 'packages')))}`] : []),
    ];
    if (Array.isArray(second)) lines.push(`  bundles ${JSON.stringify(second.map((bundle) => describeBundle(bundle, places)))}`);
    else if (second !== undefined) lines.push(`  result keys: ${describeKeys(second)}`);
    if (typeof paths === 'object' && paths !== null) lines.push(`  paths ${JSON.stringify(describePaths(paths, places))}`);
    const settings = valueAt(second, 'settings');
    if (settings !== undefined) lines.push(`  settings keys: ${describeKeys(settings)}`, `  settings.assets keys: ${describeKeys(valueAt(settings, 'assets'))}`);
    if (!Array.isArray(second) && places.output !== undefined) lines.push(`  on disk: ${describeDisk(places.output)}`);
    return `${lines.join('\n')}\n`;
}

function className(value: unknown): string {
    if (value === undefined || value === null) return String(value);
    const { name } = (Object(value) as { constructor?: { name?: unknown } }).constructor ?? {};
    return typeof name === 'string' && /^[\w$]{1,40}$/.test(name) ? name : 'Object';
}

function describePaths(paths: object, places: RecordedPlaces): Record<string, string> {
    const described: Record<string, string> = {};
    for (const key of Object.keys(paths)) {
        const value = valueAt(paths, key);
        if (typeof value === 'string' && /^\w{1,40}$/.test(key)) described[key] = redactPath(value, places);
    }
    return described;
}

const compressionTypes = ['none', 'merge_dep', 'merge_all_json', 'subpackage', 'zip'];

function describeBundle(bundle: unknown, places: RecordedPlaces): object {
    const text = (key: string, show: (value: string) => string): string | undefined => {
        const value = valueAt(bundle, key);
        return typeof value === 'string' ? show(value) : undefined;
    };
    const flag = (key: string): boolean => valueAt(bundle, key) === true;
    return {
        name: text('name', (value) => (isBuiltName(value) ? value : '<text>')),
        compressionType: text('compressionType', (value) => (compressionTypes.includes(value) ? value : '<text>')),
        isRemote: flag('isRemote'), isSubPackage: flag('isSubPackage'), isZip: flag('isZip'),
        dest: text('dest', (value) => redactPath(value, places)), scriptDest: text('scriptDest', (value) => redactPath(value, places)),
    };
}

/** The two upper levels of a folder: `application.js assets/{internal,main} …`. */
function describeDisk(folder: string): string {
    try {
        return readdirSync(folder, { withFileTypes: true })
            .sort((one, other) => (one.name < other.name ? -1 : 1))
            .map((entry) => (entry.isDirectory() ? `${entry.name}/{${readdirSync(path.join(folder, entry.name)).sort().join(',')}}` : entry.name))
            .join(' ');
    } catch {
        return '';
    }
}
