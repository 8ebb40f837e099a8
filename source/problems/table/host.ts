import type { ProblemRow } from '../text';

export const hostProblems = {} as const satisfies Record<string, ProblemRow>;
