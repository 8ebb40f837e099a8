/** What is wrong with what a person gave, where, and how to fix it. */
export interface UsageProblem {
    readonly what: string;
    readonly where: string;
    readonly fix: string;
}

/** Ends the command before anything is played. Carries every problem found. */
export class UsageError extends Error {
    override readonly name = 'UsageError';

    constructor(readonly problems: readonly UsageProblem[]) {
        super(problems.map(({ what, where, fix }) => `error ${where}: ${what}\n  → ${fix}`).join('\n'));
    }
}
