import { formatJson, mergeLeaves, type JsonObject } from '../merge';

/**
 * project.config.json. Without it the review build transpiles, minifies and rewrites JSON once more, over code that
 * is minified and files whose bytes are counted and hashed (platform facts 1.2).
 */
export function createProjectConfig(existing: JsonObject, template: JsonObject): string {
    const ours = { setting: { transpile: false, minify: false, json: { transform: false } } };
    return formatJson(mergeLeaves(mergeLeaves(existing, ours), template));
}

/**
 * mini.project.json, needed only where something of the folder must not be uploaded: `uploadExclude` is honoured
 * with `format` 2 only (platform facts 1.4). Undefined where nobody needs the file.
 */
export function createMiniProject(existing: JsonObject, template: JsonObject, exclude: readonly string[]): { readonly text: string; readonly uploadExclude: readonly string[] } | undefined {
    const given = mergeLeaves(existing, template);
    if (exclude.length === 0 && Object.keys(given).length === 0) return undefined;
    const wanted = new Set([...exclude, ...textsOf(given['exclude']), ...textsOf(given['uploadExclude'])]);
    const { exclude: _formatOne, ...rest } = given;
    const uploadExclude = [...wanted];
    return { text: formatJson({ ...rest, format: 2, ...(uploadExclude.length > 0 ? { uploadExclude } : {}) }), uploadExclude };
}

function textsOf(value: unknown): string[] {
    return Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : [];
}
