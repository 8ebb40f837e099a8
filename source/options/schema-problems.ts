import type { ErrorObject } from 'ajv';
import { closestName, createProblem, type BuildProblem } from '../problems';
import { validateCommonOptions, validateOptions } from './generated/validators.js';
import { pathIn, type OptionPlace } from './places';
import { leavesOf, rangeOf, type IntegerValue } from './row';
import { optionTable } from './table';

const knownNames: readonly string[] = Object.keys(optionTable);
const integers = new Map<string, IntegerValue>(
    leavesOf(optionTable).flatMap(({ path, value }) => (value.type === 'integer' ? [[path.join('.'), value] as const] : [])),
);

/** What the schema says about one place. */
export interface SchemaFindings {
    readonly problems: readonly BuildProblem[];
    /** Whether a problem lies at this path or above it, so that its value cannot be used. */
    isUsable(path: readonly string[]): boolean;
}

/** Checks one place against the schema; every problem it holds, not only the first. */
export function findSchemaProblems(place: OptionPlace): SchemaFindings {
    const validate = place.kind === 'section' ? validateOptions : validateCommonOptions;
    const errors = validate(place.values) ? [] : [...(validate.errors ?? [])];
    const broken = new Set<string>();
    const problems = errors.flatMap((error) => {
        const keys = keysOf(error.instancePath);
        const isUnknownKey = error.keyword === 'additionalProperties';
        if (isUnknownKey && keys.length === 0 && !place.ours) return [];
        // The branches of "0 or a range" are reported once, by the anyOf around them.
        if (error.schemaPath.includes('/anyOf/')) return [];
        if (!isUnknownKey) broken.add(keys.slice(0, 2).join('.'));
        return [problemOf(error, keys, place)];
    });
    return {
        problems,
        isUsable: (path) => !path.some((_, index) => [...broken].some((key) => key === path.slice(0, index + 1).join('.') || isInside(key, path))),
    };
}

/** Whether a broken path lies inside a value that is read as a whole, such as an entry of a list. */
function isInside(broken: string, path: readonly string[]): boolean {
    return broken.startsWith(`${path.join('.')}.`);
}

/** The keys of a JSON pointer. */
function keysOf(pointer: string): string[] {
    return pointer.split('/').slice(1).map((key) => key.replace(/~1/g, '/').replace(/~0/g, '~'));
}

function problemOf(error: ErrorObject, keys: readonly string[], place: OptionPlace): BuildProblem {
    const where = pathIn(place, keys);
    const value = showValue(valueAt(place.values, keys));
    const params: Readonly<Record<string, unknown>> = error.params;
    switch (error.keyword) {
        case 'additionalProperties': {
            const key = String(params['additionalProperty']);
            const known = keys.length === 0 ? knownNames : knownProperties(keys);
            const suggestion = closestName(key, known);
            const unknown = pathIn(place, [...keys, key]);
            return suggestion === undefined
                ? createProblem('AMG101', unknown, { known: known.join(', ') })
                : createProblem('AMG102', unknown, { suggestion });
        }
        case 'type':
            return createProblem('AMG103', where, { value, type: String(params['type']) });
        case 'enum': {
            const choices = params['allowedValues'];
            return createProblem('AMG104', where, { value, choices: Array.isArray(choices) ? choices.map(showValue).join(', ') : '' });
        }
        case 'minimum':
        case 'maximum':
        case 'anyOf': {
            const integer = integers.get(keys.join('.'));
            if (integer !== undefined) return createProblem('AMG105', where, { value, unit: integer.unit, range: rangeOf(integer) });
            break;
        }
        case 'required':
            return createProblem('AMG106', where, { property: String(params['missingProperty']) });
        case 'pattern':
            return createProblem('AMG107', where, { value, pattern: String(params['pattern']) });
    }
    return createProblem('AMG108', where, { keyword: error.keyword });
}

/** The properties an object inside our section may have: those of a group, or of the entries of a list. */
function knownProperties(keys: readonly string[]): readonly string[] {
    const row = Object.entries(optionTable).find(([name]) => name === keys[0])?.[1];
    if (row?.value.type === 'group') return Object.keys(row.value.properties);
    return row?.value.type === 'list' ? Object.keys(row.value.item) : [];
}

function valueAt(values: unknown, keys: readonly string[]): unknown {
    return keys.reduce<unknown>((value, key) => (value as Readonly<Record<string, unknown>>)[key], values);
}

const longestShown = 80;

/** A value as a message shows it, cut where it is long; of objects and lists only that they are. */
export function showValue(value: unknown): string {
    if (typeof value === 'string') return JSON.stringify(value.length > longestShown ? `${value.slice(0, longestShown)}…` : value);
    if (Array.isArray(value)) return '[…]';
    if (typeof value === 'object' && value !== null) return '{…}';
    return typeof value === 'function' ? 'function' : String(value);
}
