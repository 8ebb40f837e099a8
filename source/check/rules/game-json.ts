import { gameJsonFields, type GameJsonType } from '../../platform';
import { closestName, createProblem } from '../../problems';
import type { Rule } from '../rule';

const expectations: Readonly<Record<GameJsonType, { readonly words: string; readonly holds: (value: unknown) => boolean }>> = {
    orientation: { words: '"portrait" | "landscape"', holds: (value) => value === 'portrait' || value === 'landscape' },
    boolean: { words: 'true | false', holds: (value) => typeof value === 'boolean' },
    object: { words: '{ … }', holds: isObject },
    milliseconds: { words: '{ "request": 5000, … }', holds: (value) => isObject(value) && Object.values(value).every((entry) => typeof entry === 'number' && entry >= 0) },
    subpackages: {
        words: '[{ "name": "…", "root": "…" }]',
        holds: (value) => Array.isArray(value) && value.every((entry) => isObject(entry) && typeof entry['name'] === 'string' && typeof entry['root'] === 'string'),
    },
};

/** The fields of game.json that Alipay documents have the type it documents; others are named (platform facts 1.1). */
export const checkGameJson: Rule = ({ gameJson }) => {
    const known = Object.keys(gameJsonFields);
    return Object.entries(gameJson).flatMap(([key, value]) => {
        // `subPackages` has a finding of its own.
        if (key === 'subPackages') return [];
        const type = Object.prototype.hasOwnProperty.call(gameJsonFields, key) ? gameJsonFields[key as keyof typeof gameJsonFields] : undefined;
        if (type === undefined) return [createProblem('AMG409', 'game.json', { key, closest: closestName(key, known) ?? known.join(', ') })];
        const { words, holds } = expectations[type];
        return holds(value) ? [] : [createProblem('AMG410', 'game.json', { key, expected: words })];
    });
};

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
