import type { ProblemRow } from '../text';

export const optionProblems = {} as const satisfies Record<string, ProblemRow>;
