import { gameFolders, gameSubpackage, isInside, readSubpackages, withoutSlash, type Bundle, type Subpackage } from '../../package';
import type { AlipayOptions } from '../../options';
import { gameJsonFields, type GameJsonType } from '../../platform';
import { createProblem, type BuildProblem } from '../../problems';
import { isObject, mergeLeaves, type JsonObject } from '../merge';

export interface GameJsonInput {
    readonly options: AlipayOptions;
    readonly bundles: readonly Bundle[];
    /** What the host left: Creator's built-in platform writes keys of its own, e.g. `plugins`. */
    readonly existing: JsonObject;
    /** Subpackages of the existing file that are folders of the build, kept in Creator only. */
    readonly keepExistingSubpackages: boolean;
    readonly hasFolder: (root: string) => boolean;
    /** The user's `build-templates/alipay-mini-game/game.json`. */
    readonly template: JsonObject | undefined;
}

export interface GameJson {
    readonly value: JsonObject;
    readonly subpackages: readonly Subpackage[];
    readonly orientation: 'landscape' | 'portrait';
    readonly problems: readonly BuildProblem[];
}

const orientations = ['landscape', 'portrait'] as const;
type Orientation = typeof orientations[number];
const file = 'game.json';

/**
 * Makes game.json: what the host left, the options over it, the user's template over both, and the subpackages of
 * the build last. `deviceOrientation` is the current key and `screenOrientation` the one the engine reads on iOS:
 * both are written, alike (platform facts 1.1, 4.1).
 */
export function createGameJson(input: GameJsonInput): GameJson {
    const { options, template = {} } = input;
    const { subpackages: _dropped, ...existing } = input.existing;
    const ours: JsonObject = {
        deviceOrientation: options.deviceOrientation,
        screenOrientation: options.deviceOrientation,
        showStatusBar: options.showStatusBar,
        networkTimeout: options.networkTimeout,
        ...(options.iOSHighPerformance ? { iOSHighPerformance: true } : {}),
    };
    const orientation = chooseOrientation(template, options.deviceOrientation);
    const subpackages = listSubpackages(input);
    const { subpackages: userSubpackages, ...userKeys } = template;
    const merged = mergeLeaves(mergeLeaves(existing, ours), userKeys);
    return {
        value: {
            ...merged,
            deviceOrientation: orientation.value,
            screenOrientation: orientation.value,
            ...(subpackages.list.length > 0 ? { subpackages: subpackages.list } : {}),
        },
        subpackages: subpackages.list,
        orientation: orientation.value,
        problems: [...judgeFields(merged), ...orientation.problems, ...subpackages.problems, ...judgeUserSubpackages(userSubpackages, subpackages.list)],
    };
}

/** The user's template may set one of the two keys, or both alike; it wins over the option. Wrong types are judged apart. */
function chooseOrientation({ deviceOrientation, screenOrientation }: JsonObject, option: Orientation): { value: Orientation; problems: BuildProblem[] } {
    const [first = option, second = first] = [deviceOrientation, screenOrientation].filter(isOrientation);
    if (first !== second) return { value: option, problems: [createProblem('AMG304', file, { device: first, screen: second })] };
    return { value: first, problems: first === option ? [] : [createProblem('AMG305', file, { template: first, option })] };
}

function isOrientation(value: unknown): value is Orientation {
    return orientations.some((orientation) => orientation === value);
}

function listSubpackages({ options, bundles, existing, keepExistingSubpackages, hasFolder }: GameJsonInput): { list: Subpackage[]; problems: BuildProblem[] } {
    const list: Subpackage[] = options.mainPackage === 'lean' ? [gameSubpackage] : [];
    const problems: BuildProblem[] = [];
    const isLean = options.mainPackage === 'lean';
    const add = ({ name, root }: Subpackage): void => {
        const folder = withoutSlash(root);
        const moved = gameFolders.find((moving) => folder.split('/')[0] === moving);
        const same = list.find((entry) => entry.name === name || withoutSlash(entry.root) === folder);
        const around = list.find((entry) => entry.root.startsWith(`${folder}/`) || folder.startsWith(entry.root));
        if (!isInside(folder)) problems.push(createProblem('AMG208', file, { path: root }));
        else if (isLean && moved !== undefined) problems.push(createProblem('AMG321', file, { name, root: folder, folder: moved }));
        else if (same === undefined && around !== undefined) problems.push(createProblem('AMG323', file, { name, root: folder, other: around.name, otherRoot: withoutSlash(around.root) }));
        else if (same === undefined) list.push({ name, root: `${folder}/` });
        else if (same.name !== name || withoutSlash(same.root) !== folder) problems.push(createProblem('AMG314', file, { name, root: folder, other: same.name, otherRoot: withoutSlash(same.root) }));
    };
    for (const { kind, name, root } of bundles) {
        if (kind !== 'subpackage') continue;
        if (isLean && name === gameSubpackage.name) problems.push(createProblem('AMG319', root, { name }));
        else add({ name, root });
    }
    for (const subpackage of options.subpackages) {
        if (!isInside(withoutSlash(subpackage.root)) || hasFolder(withoutSlash(subpackage.root))) add(subpackage);
        else problems.push(createProblem('AMG315', 'subpackages', { name: subpackage.name, root: subpackage.root }));
    }
    if (keepExistingSubpackages) {
        for (const subpackage of readSubpackages(existing)) if (hasFolder(withoutSlash(subpackage.root)) && !isGameSubpackage(subpackage)) add(subpackage);
    }
    return { list, problems };
}

/** What a run in the lean layout has added: whether it stays is for the option to say. */
function isGameSubpackage({ name, root }: Subpackage): boolean {
    return name === gameSubpackage.name && withoutSlash(root) === withoutSlash(gameSubpackage.root);
}

/** The build decides which subpackages there are; what a template says otherwise is named, not obeyed. */
function judgeUserSubpackages(given: unknown, list: readonly Subpackage[]): BuildProblem[] {
    if (given === undefined) return [];
    if (typeOf('subpackages', given) !== undefined) return [createProblem('AMG303', file, { key: 'subpackages', expected: typeOf('subpackages', given) ?? '' })];
    const known = new Set(list.map(({ name, root }) => `${name}:${withoutSlash(root)}`));
    const others = readSubpackages({ subpackages: given }).filter(({ name, root }) => !known.has(`${name}:${withoutSlash(root)}`));
    return others.length === 0 ? [] : [createProblem('AMG306', file, { names: others.map(({ name, root }) => `${name} (${root})`).join(', ') })];
}

function judgeFields(value: JsonObject): BuildProblem[] {
    return Object.entries(value).flatMap(([key, field]) => {
        const type = Object.entries(gameJsonFields).find(([name]) => name === key)?.[1];
        if (type === undefined) return [createProblem('AMG302', file, { key })];
        const expected = typeOf(type, field);
        return expected === undefined ? [] : [createProblem('AMG303', file, { key, expected })];
    });
}

/** What a value should have been; undefined where it is that. */
function typeOf(type: GameJsonType, value: unknown): string | undefined {
    switch (type) {
        case 'orientation': return isOrientation(value) ? undefined : '"landscape" | "portrait"';
        case 'boolean': return typeof value === 'boolean' ? undefined : 'true | false';
        case 'object': return isObject(value) ? undefined : '{ … }';
        case 'milliseconds': return isObject(value) && Object.values(value).every((ms) => typeof ms === 'number' && ms > 0) ? undefined : '{ "request": 60000, … }';
        case 'subpackages': return Array.isArray(value) && readSubpackages({ subpackages: value }).length === value.length ? undefined : '[{ "name", "root" }]';
    }
}
