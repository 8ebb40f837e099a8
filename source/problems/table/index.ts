import { checkProblems } from './check';
import { commandLineProblems } from './command-line';
import { deliveryProblems } from './delivery';
import { hostProblems } from './host';
import { optionProblems } from './options';
import { packageProblems } from './package';
import { previewProblems } from './preview';
import type { ProblemRow } from '../text';

/**
 * The one table of problem codes. Families: AMG1xx options, AMG2xx what a host left, AMG3xx what the package
 * needs, AMG4xx findings of `check`, AMG5xx delivery, AMG6xx preview and the command line.
 * A code never changes its meaning and is never used again.
 */
export const problemTable = {
    ...optionProblems,
    ...hostProblems,
    ...packageProblems,
    ...checkProblems,
    ...deliveryProblems,
    ...commandLineProblems,
    ...previewProblems,
} as const satisfies Record<`AMG${number}`, ProblemRow>;

export type ProblemTable = typeof problemTable;
export type ProblemCode = keyof ProblemTable;
