import { problemTable } from './table';
import type { Language, ProblemRow } from './text';

const words = {
    en: {
        title: 'Problems and how to mend them',
        intro: 'Every problem a build can report, by its code. A code never changes its meaning. Words in braces stand for what the build fills in.',
        level: { error: 'Error', warning: 'Warning' },
    },
    zh: {
        title: '问题与处理方法',
        intro: '构建可能报告的所有问题，按代码排列。代码的含义不会改变。花括号中的词在报告时会替换为具体内容。',
        level: { error: '错误', warning: '警告' },
    },
} as const;

/** The page of all problem codes, as Markdown. Its headings are the anchors that problems link to. */
export function renderProblemPage(language: Language): string {
    const word = words[language];
    const rows: readonly (readonly [string, ProblemRow])[] = Object.entries(problemTable);
    const sections = [...rows].sort(([one], [other]) => one.localeCompare(other, 'en')).map(([code, row]) =>
        [`## ${code}`, '', `**${word.level[row.level]}.** ${row[language].what}`, '', row[language].mend].join('\n'),
    );
    return `${[`# ${word.title}`, word.intro, ...sections].join('\n\n')}\n`;
}
