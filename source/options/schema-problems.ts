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

const colors = new Set(leavesOf(optionTable).filter(({ value }) => value.type === 'text' && value.control === 'color').map(({ path }) => path.join('.')));

/** What the schema says about one place. */
export interface SchemaFindings {
    readonly problems: readonly BuildProblem[];
    /** False where the value at this path, one it is part of, or a part of it has a problem. */
    isUsable(path: readonly string[]): boolean;
}

/** Checks one place against the schema; every problem it holds, not only the first. */
export function findSchemaProblems(place: OptionPlace): SchemaFindings {
    const validate = place.kind === 'section' ? validateOptions : validateCommonOptions;
    const errors = validate(place.values) ? [] : [...(validate.errors ?? [])];
    const broken: string[] = [];
    const problems = errors.flatMap((error) => {
        const keys = keysOf(error.instancePath);
        const isUnknownKey = error.keyword === 'additionalProperties';
        if (isUnknownKey && !place.ours) return [];
        // The branches of "0 or a range" are reported once, by the anyOf around them.
        if (error.schemaPath.includes('/anyOf/')) return [];
        if (!isUnknownKey) broken.push(keys.join('.'));
        return [problemOf(error, keys, place)];
    });
    return { problems, isUsable: (path) => !broken.some((brokenPath) => liesOn(brokenPath, path.join('.'))) };
}

/** Whether one of two key paths leads to or through the other. */
function liesOn(one: string, other: string): boolean {
    return `${one}.`.startsWith(`${other}.`) || `${other}.`.startsWith(`${one}.`);
}

/** The keys of a JSON pointer. The schema looks only into values of known names, which hold nothing to unescape. */
function keysOf(pointer: string): string[] {
    return pointer.split('/').slice(1);
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
            const keyPath = pathIn(place, [...keys, key]);
            return suggestion === undefined
                ? createProblem('AMG101', keyPath, { known: known.join(', ') })
                : createProblem('AMG102', keyPath, { suggestion });
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
            if (colors.has(keys.join('.'))) return createProblem('AMG120', where, { value });
            return createProblem('AMG107', where, { value, rule: String(params['pattern']) });
    }
    return createProblem('AMG107', where, { value, rule: error.keyword });
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
