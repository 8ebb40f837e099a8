import { createProblem, type BuildProblem } from '../problems';
import type { EngineSettings } from './package';

interface Expectation {
    /** Section and key, or a section alone. */
    readonly path: readonly [section: string, key?: string];
    /** What is expected, as it would be written. */
    readonly words: string;
    readonly holds: (value: unknown) => boolean;
}

const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every((entry) => typeof entry === 'string');

/** What tools read of the settings. A section comes before its keys. */
const expectations: readonly Expectation[] = [
    ...['assets', 'scripting', 'rendering', 'engine', 'screen', 'splashScreen'].map((section): Expectation => ({ path: [section], words: '{ … }', holds: isObject })),
    { path: ['CocosEngine'], words: '"3.8.5"', holds: (value) => typeof value === 'string' },
    { path: ['assets', 'server'], words: '"https://…/"', holds: (value) => typeof value === 'string' },
    ...['remoteBundles', 'subpackages', 'projectBundles'].map((key): Expectation => ({ path: ['assets', key], words: '["main", …]', holds: isTexts })),
    { path: ['assets', 'bundleVers'], words: '{ "main": "70cb4", … }', holds: (value) => isObject(value) && isTexts(Object.values(value)) },
    { path: ['assets', 'preloadBundles'], words: '[{ "bundle": "main" }, …]', holds: (value) => Array.isArray(value) && value.every(isPreload) },
    { path: ['scripting', 'scriptPackages'], words: '["../src/chunks/bundle.js", …]', holds: isTexts },
    { path: ['engine', 'macros'], words: '{ … }', holds: isObject },
];

function isPreload(entry: unknown): boolean {
    return isObject(entry) && typeof entry['bundle'] === 'string' && (entry['version'] === undefined || typeof entry['version'] === 'string');
}

/** Leaves out of the engine's settings what is not of its type, and says so: who reads them may trust the rest. */
export function shapeSettings(value: Readonly<Record<string, unknown>>, path: string): { readonly settings: EngineSettings; readonly problems: readonly BuildProblem[] } {
    const problems: BuildProblem[] = [];
    let settings = value;
    for (const { path: [section, key], words, holds } of expectations) {
        const holder = key === undefined ? settings : settings[section];
        const name = key ?? section;
        if (!isObject(holder) || holder[name] === undefined || holds(holder[name])) continue;
        problems.push(createProblem('AMG211', path, { key: key === undefined ? section : `${section}.${key}`, expected: words }));
        const { [name]: _wrong, ...rest } = holder;
        settings = key === undefined ? rest : { ...settings, [section]: rest };
    }
    return { settings, problems };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
