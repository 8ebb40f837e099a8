import { problemTable, type ProblemCode, type ProblemTable } from './table';
import { fillText, type Language, type Placeholders } from './text';

type TextOf<Code extends ProblemCode> = ProblemTable[Code]['en'];

/** The values a problem's texts ask for: derived from the English text, so that a missing one does not compile. */
export type ProblemValues<Code extends ProblemCode> = Readonly<
    Record<Placeholders<TextOf<Code>['what']> | Placeholders<TextOf<Code>['mend']>, string | number>
>;

/** One thing that is wrong: a code, a place and the values of its texts. Immutable plain data. */
export interface BuildProblem {
    readonly code: ProblemCode;
    readonly level: 'error' | 'warning';
    /** Where: an option's key path, or a file's path relative to the folder the user named. */
    readonly where: string;
    readonly values: Readonly<Record<string, string | number>>;
}

/** A problem in words. */
export interface ProblemDescription {
    readonly what: string;
    readonly mend: string;
    readonly link: string;
}

/** Named with the folder that the product is installed as: every host and npm have it under another one. */
const problemPages: Readonly<Record<Language, string>> = { en: 'cocos-alipay-mini-game/docs/problems.md', zh: 'cocos-alipay-mini-game/docs/problems.zh-CN.md' };

/**
 * Makes a problem of a code of the table.
 * @param level overrides the table's level, for the few codes whose weight depends on the build (release or debug).
 */
export function createProblem<Code extends ProblemCode>(
    code: Code,
    where: string,
    values: ProblemValues<Code>,
    level: BuildProblem['level'] = problemTable[code].level,
): BuildProblem {
    return { code, level, where, values };
}

/** Puts a problem into words. */
export function describeProblem(problem: BuildProblem, language: Language): ProblemDescription {
    const text = problemTable[problem.code][language];
    return {
        what: fillText(text.what, problem.values),
        mend: fillText(text.mend, problem.values),
        link: `${problemPages[language]}#${problem.code.toLowerCase()}`,
    };
}

/** One problem as the lines a log or a terminal shows. */
export function formatProblem(problem: BuildProblem, language: Language): string {
    const { what, mend, link } = describeProblem(problem, language);
    const level = { en: problem.level, zh: problem.level === 'error' ? '错误' : '警告' }[language];
    return showControls(`${level} ${problem.code} ${problem.where}: ${what}\n  → ${mend}\n    ${link}`);
}

/** Names and words of files that others made must not steer the terminal they are printed on. */
function showControls(text: string): string {
    return text.replace(/\r(?!\n)|[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/g, (control) => `\\x${control.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

export function hasErrors(problems: readonly BuildProblem[]): boolean {
    return problems.some((problem) => problem.level === 'error');
}
