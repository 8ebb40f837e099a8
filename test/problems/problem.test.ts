import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { BuildError, createProblem, describeProblem, exitCodes, fillText, formatProblem, hasErrors, problemTable, type Language, type ProblemRow } from '../../source/problems';

const root = path.resolve(__dirname, '../..');
const languages: readonly Language[] = ['en', 'zh'];
const rows: readonly (readonly [string, ProblemRow])[] = Object.entries(problemTable);

const placeholdersOf = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();

describe('the table of problems', () => {
    it.each(rows)('%s says what is wrong and how to mend it, in both languages, about the same values', (_code, row) => {
        for (const language of languages) {
            const { what, mend } = row[language];
            for (const text of [what, mend]) {
                expect(text.trim()).toBe(text);
                expect(text).toMatch(/(?:[.?。？]|\{\w+\})$/);
            }
        }
        expect(row.zh.what).toMatch(/\p{Script=Han}/u);
        expect(row.zh.mend).toMatch(/\p{Script=Han}/u);
        const valuesOf = (language: Language): Set<string> => new Set([...placeholdersOf(row[language].what), ...placeholdersOf(row[language].mend)]);
        expect(valuesOf('zh')).toEqual(valuesOf('en'));
    });

    it.each(languages)('has a page with an anchor for every code (%s)', (language) => {
        for (const [code] of rows) {
            const { link } = describeProblem({ code: code as keyof typeof problemTable, level: 'error', where: '', values: {} }, language);
            const [page = '', anchor] = link.split('#');
            const headings = readFileSync(path.join(root, page.replace(/^cocos-alipay-mini-game\//, '')), 'utf8').split('\n').filter((line) => line.startsWith('## '));
            expect(headings.map((heading) => heading.slice(3).toLowerCase())).toContain(anchor);
        }
    });
});

describe('formatProblem', () => {
    const problem = createProblem('AMG104', 'packages.alipay-mini-game.adapter', { value: '"x"', choices: '"bundled", "engine"' });

    it('names level, code, place, what, how to mend it and a link', () => {
        expect(formatProblem(problem, 'en')).toBe([
            'error AMG104 packages.alipay-mini-game.adapter: The value "x" is not one of the choices.',
            '  → Write one of: "bundled", "engine".',
            '    cocos-alipay-mini-game/docs/problems.md#amg104',
        ].join('\n'));
    });

    it('shows control characters of names and contents, and obeys none', () => {
        const hostile = createProblem('AMG104', 'a\x1b[2J\rb', { value: '\x9b31m', choices: '\n"x"' });
        expect(formatProblem(hostile, 'en').split('\n').slice(0, 3)).toEqual(['error AMG104 a\\x1b[2J\\x0db: The value \\x9b31m is not one of the choices.', '  → Write one of: ', '"x".']);
    });

    it('speaks Chinese', () => {
        expect(formatProblem(problem, 'zh')).toBe([
            '错误 AMG104 packages.alipay-mini-game.adapter: 值 "x" 不在可选范围内。',
            '  → 请使用以下值之一："bundled", "engine"。',
            '    cocos-alipay-mini-game/docs/problems.zh-CN.md#amg104',
        ].join('\n'));
    });
});

describe('fillText', () => {
    it('never reads a value as a template', () => {
        expect(fillText('{a} and {b}', { a: '{b}', b: '$&' })).toBe('{b} and $&');
    });

    it('takes only the values it was given, nothing an object inherits', () => {
        expect(fillText('{constructor}', {})).toBe('{constructor}');
    });
});

describe('BuildError', () => {
    const warning = createProblem('AMG112', 'remoteUrl', {});
    const error = createProblem('AMG110', 'remoteUrl', {});

    it('carries every problem and the exit code that the CLI ends with', () => {
        const thrown = new BuildError([warning, error], exitCodes.badOptions);
        expect(thrown).toBeInstanceOf(Error);
        expect(thrown.code).toBe(32);
        expect(thrown.problems).toEqual([warning, error]);
        expect(thrown.message).toContain('AMG112');
        expect(thrown.message).toContain('AMG110');
    });

    it('changes its language, and only its own', () => {
        const inChinese = BuildError.inLanguage(new BuildError([error], exitCodes.failed), 'zh');
        expect(inChinese).toMatchObject({ code: 34, problems: [error], message: expect.stringContaining('资源服务器地址') });
        const other = new Error('other');
        expect(BuildError.inLanguage(other, 'zh')).toBe(other);
    });

    it('speaks the language it is asked for', () => {
        expect(new BuildError([error], exitCodes.failed, 'zh').message).toContain('资源服务器地址');
    });
});

describe('hasErrors', () => {
    it('tells errors from warnings', () => {
        expect(hasErrors([createProblem('AMG112', 'remoteUrl', {})])).toBe(false);
        expect(hasErrors([createProblem('AMG117', 'remoteUrl', { bundles: 'a' }, 'warning')])).toBe(false);
        expect(hasErrors([createProblem('AMG117', 'remoteUrl', { bundles: 'a' })])).toBe(true);
    });
});
