import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { isBuiltName, valueAt } from './redaction';

/** What a host left on disk: the settings that say where things are, and every file with its size. */
export interface RecordedLayout {
    readonly settings: Readonly<Record<string, unknown>>;
    readonly files: readonly { readonly path: string; readonly bytes: number }[];
}

/** Settings without which a layout cannot be written again; everything else of the game's is left out. */
export function describeLayout(output: string): RecordedLayout {
    const files = listFiles(output).sort().map((file) => ({ path: file, bytes: statSync(path.join(output, file)).size }));
    const settingsFile = files.find(({ path: file }) => /^src\/settings(\.\w+)?\.json$/.test(file));
    const settings: unknown = settingsFile ? parse(readFileSync(path.join(output, settingsFile.path), 'utf8')) : {};
    const assets = valueAt(settings, 'assets');
    const rendering = valueAt(settings, 'rendering');
    const effects = valueAt(rendering, 'effectSettingsPath');
    return {
        settings: {
            CocosEngine: /^\d+\.\d+\.\d+[\w.-]{0,12}$/.exec(String(valueAt(settings, 'CocosEngine')))?.[0] ?? '',
            scriptPackages: texts(valueAt(valueAt(settings, 'scripting'), 'scriptPackages')),
            assets: {
                server: valueAt(assets, 'server') ? 'https://server.example/' : '',
                remoteBundles: texts(valueAt(assets, 'remoteBundles')),
                subpackages: texts(valueAt(assets, 'subpackages')),
                bundleVers: versions(valueAt(assets, 'bundleVers')),
                projectBundles: texts(valueAt(assets, 'projectBundles')),
                preloadBundles: list(valueAt(assets, 'preloadBundles')).flatMap((entry) => texts([valueAt(entry, 'bundle')]).map((bundle) => ({ bundle }))),
            },
            rendering: typeof effects === 'string' && isBuiltName(effects) ? { effectSettingsPath: effects } : {},
        },
        files,
    };
}

function listFiles(folder: string, below = ''): string[] {
    return readdirSync(path.join(folder, below), { withFileTypes: true }).flatMap((entry) => {
        const name = path.posix.join(below, entry.name);
        return entry.isDirectory() ? listFiles(folder, name) : entry.isFile() ? [name] : [];
    });
}

function parse(text: string): unknown {
    try {
        return JSON.parse(text);
    } catch {
        return {};
    }
}

function list(value: unknown): readonly unknown[] {
    return Array.isArray(value) ? value : [];
}

/** Names of bundles and relative paths; whatever else stands in such a list is left out. */
function texts(value: unknown): string[] {
    return list(value).filter((entry): entry is string => typeof entry === 'string' && isBuiltName(entry));
}

function versions(value: unknown): Record<string, string> {
    const found = typeof value === 'object' && value !== null ? Object.entries(value as Record<string, unknown>) : [];
    return Object.fromEntries(found.filter((entry): entry is [string, string] => typeof entry[1] === 'string' && /^[0-9a-f]{0,32}$/.test(entry[1]) && isBuiltName(entry[0])));
}
