import { formatProblem, type BuildProblem } from './problem';
import type { Language } from './text';

/** How a run ends: Cocos' own numbers (host contract 8), so that both hosts and our command line speak alike. */
export const exitCodes = { done: 0, badOptions: 32, failed: 34 } as const;

/**
 * Stops a build. It carries every problem found, never only the first.
 * The Cocos CLI ends with `code` as the process's exit code (host contract 7).
 */
export class BuildError extends Error {
    override readonly name = 'BuildError';

    constructor(
        readonly problems: readonly BuildProblem[],
        readonly code: typeof exitCodes.badOptions | typeof exitCodes.failed,
        language: Language = 'en',
    ) {
        super(problems.map((problem) => formatProblem(problem, language)).join('\n'));
    }

    /** The same error with its message in another language; anything else stays what it is. */
    static inLanguage(error: unknown, language: Language): unknown {
        return error instanceof BuildError ? new BuildError(error.problems, error.code, language) : error;
    }
}
