import { createProblem, type BuildProblem } from '../problems';
import type { AlipayOptions } from './alipay-options';
import { findPlaces, isRecord, pathIn, type OptionPlace } from './places';
import { checkRemoteUrl } from './remote-url';
import { extensionKey, leavesOf, platformKey, type OptionHost, type OptionLeaf, type OptionRow } from './row';
import { findSchemaProblems, showValue, type SchemaFindings } from './schema-problems';
import { optionTable } from './table';

export interface ResolvedOptions {
    readonly options: AlipayOptions;
    /** Every problem, in the order of the places and then of the table. With an error among them, do not build. */
    readonly problems: readonly BuildProblem[];
}

/** A value that somebody set, and where. */
interface SetValue {
    readonly where: string;
    readonly value: unknown;
}

type CheckedPlace = OptionPlace & Pick<SchemaFindings, 'isUsable'>;

/**
 * Reads one host's options object: the common options and our values under `packages`, in either section
 * (`cocos-alipay-mini-game` or `alipay-mini-game`). Fills in defaults and collects every problem; where a value is
 * wrong, the default stands in its place. Never throws, never writes.
 */
export function resolveOptions(host: OptionHost, hostOptions: unknown): ResolvedOptions {
    const found = findPlaces(host, hostOptions);
    const problems: BuildProblem[] = found.misshapen.map(({ where, value }) =>
        createProblem('AMG103', where, { value: showValue(value), type: 'object' }),
    );
    const places = found.places.map((place): CheckedPlace => {
        const findings = findSchemaProblems(place);
        problems.push(...findings.problems);
        return { ...place, isUsable: findings.isUsable };
    });

    const values: Record<string, unknown> = {};
    const origins = new Map<string, string>();
    for (const leaf of leavesOf(optionTable)) {
        const candidates = places.flatMap((place) => readLeaf(leaf, place, host));
        const chosen = isRemoteUrl(leaf) ? chooseAddress(candidates) : chooseValue(candidates, leaf.value.default);
        problems.push(...chosen.problems);
        const [row, property] = leaf.path;
        const { value } = chosen;
        if (chosen.where !== undefined) origins.set(row, chosen.where);
        if (property === undefined) values[row] = value;
        else values[row] = { ...(values[row] as object | undefined), [property]: value };
    }
    // The table's keys and value types are those of AlipayOptions by definition, and the schema has checked the values.
    const options = values as AlipayOptions;
    problems.push(...findMisplaced(host, places), ...findContradictions(host, options, (row) => origins.get(row) ?? row));
    return { options, problems };
}

/** The value of a leaf in one place, if it is usable and somebody set it. */
function readLeaf(leaf: OptionLeaf, place: CheckedPlace, host: OptionHost): SetValue[] {
    const [row, property] = leaf.path;
    const { common } = leaf.row;
    if (place.kind === 'common' && common === undefined) return [];
    const key = place.kind === 'common' && common !== undefined ? common.key : row;
    const path = property === undefined ? [key] : [key, property];
    if (!place.isUsable(path)) return [];
    const value = path.reduce<unknown>((holder, step) => (isRecord(holder) ? holder[step] : undefined), place.values);
    // The hosts fill in defaults: in our sections the table's, in the common options their own.
    const unset = place.kind === 'common' ? common?.unset[host] : leaf.value.default;
    return value === undefined || isSame(value, unset) ? [] : [{ where: pathIn(place, path), value }];
}

function isRemoteUrl({ path: [row] }: OptionLeaf): boolean {
    return row === ('remoteUrl' satisfies keyof AlipayOptions);
}

interface ChosenValue {
    readonly value: unknown;
    /** Undefined where nobody set a value and the default stands. */
    readonly where: string | undefined;
    readonly problems: readonly BuildProblem[];
}

/** The most specific of the values set; a different one elsewhere is a problem. */
function chooseValue(candidates: readonly SetValue[], unset: unknown): ChosenValue {
    const [first, ...others] = candidates;
    if (first === undefined) return { value: unset, where: undefined, problems: [] };
    const problems = others
        .filter(({ value }) => !isSame(value, first.value))
        .map(({ where, value }) =>
            createProblem('AMG109', first.where, { first: first.where, firstValue: showValue(first.value), second: where, secondValue: showValue(value) }),
        );
    return { ...first, problems };
}

/** As `chooseValue`, over addresses in their one form: with or without a last slash they are the same. */
function chooseAddress(candidates: readonly SetValue[]): ChosenValue {
    const checked = candidates.map(({ where, value }) => ({ where, ...checkRemoteUrl(String(value), where) }));
    const chosen = chooseValue(checked.filter(({ remoteUrl }) => remoteUrl !== '').map(({ where, remoteUrl }) => ({ where, value: remoteUrl })), '');
    return { ...chosen, problems: [...checked.flatMap(({ problems }) => problems), ...chosen.problems] };
}

function isSame(one: unknown, other: unknown): boolean {
    return one === other || (Array.isArray(one) && Array.isArray(other) && JSON.stringify(one) === JSON.stringify(other));
}

/** Rows of ours among the common options that nothing reads there: most likely meant for our section. */
function findMisplaced(host: OptionHost, places: readonly OptionPlace[]): BuildProblem[] {
    const common = places.find(({ kind }) => kind === 'common');
    const section = host === 'creator' ? extensionKey : platformKey;
    return Object.entries<OptionRow>(optionTable).flatMap(([key, row]) =>
        row.common?.key === key || common?.values[key] === undefined
            ? []
            : [createProblem('AMG108', key, { place: `packages.${section}.${key}` })],
    );
}

/**
 * Values that are right alone but not together, or not on this host.
 * @param originOf the key path a row's value was read from.
 */
function findContradictions(host: OptionHost, options: AlipayOptions, originOf: (row: keyof AlipayOptions) => string): BuildProblem[] {
    const problems: BuildProblem[] = [];
    if (host === 'cocos-cli' && options.separateEngine) problems.push(createProblem('AMG115', originOf('separateEngine'), {}));
    if (host === 'cocos-cli' && options.wasmSubpackage) problems.push(createProblem('AMG116', originOf('wasmSubpackage'), {}));
    const { mainPackageLimit: main, totalLimit: total } = options;
    if (total > 0 && main > total) problems.push(createProblem('AMG119', originOf('mainPackageLimit'), { main, total }));
    return problems;
}
