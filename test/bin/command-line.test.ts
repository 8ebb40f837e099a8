import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { createTerminal } from '../../source/bin/terminal';
import { commands } from '../../source/bin/commands';
import { projectRoot } from '../environment/registry';
import { runInProcess } from './capture';

describe('the command line', () => {
    it('shows every command in its help, in both languages', async () => {
        for (const [language, heading] of [['en', 'Commands:'], ['zh', '命令:']] as const) {
            const { code, stdout } = await runInProcess(['--help'], { LANG: language });
            expect(code).toBe(0);
            expect(stdout).toContain(heading);
            for (const { name, text } of commands) expect(stdout).toMatch(new RegExp(`^  ${name} +${text[language].slice(0, 8)}`, 'm'));
        }
    });

    it('explains each command and each of its options', async () => {
        for (const { name, flags, text } of commands) {
            const { code, stdout } = await runInProcess([name, '--help']);
            expect(code).toBe(0);
            expect(stdout).toContain(text.en);
            for (const flag of Object.keys(flags)) expect(stdout).toContain(`--${flag}`);
        }
    });

    it('says its version', async () => {
        const { version } = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as { version: string };
        for (const word of ['--version', '-v']) expect(await runInProcess([word])).toMatchObject({ code: 0, stdout: `${version}\n`, stderr: '' });
    });

    it('without a command shows the help and ends with 32', async () => {
        expect(await runInProcess([])).toMatchObject({ code: 32, stdout: expect.stringContaining('Usage') as unknown });
    });

    it.each([
        [['pakc'], 'AMG602', 'Did you mean "pack"?'],
        [['qqqqqqqq'], 'AMG601', 'pack, check'],
        [['pack', 'a', '--confg', 'x', '--out', 'o'], 'AMG604', 'Did you mean --config?'],
        [['check', '.', '--zzzzzzzz'], 'AMG603', '--json'],
        [['check'], 'AMG605', 'DIR is missing'],
        [['pack', '.', '--out', 'o'], 'AMG605', '--config is missing'],
        [['check', 'a', 'b'], 'AMG606', '"b"'],
        [['pack', 'a', '--config', 'c', '--out'], 'AMG607', 'Write --out DIR'],
        [['check', '.', '--json=1'], 'AMG608', 'switch'],
        [['check', '.', '--lang', 'fr'], 'AMG609', 'en, zh'],
        [['check', 'no/such/folder'], 'AMG611', 'no/such/folder'],
        [['pack', '.', '--config', 'no-such.json', '--out', 'o'], 'AMG610', 'no-such.json'],
    ])('answers %j with %s and exit code 32', async (words, code, part) => {
        const run = await runInProcess(words);
        expect(run.code).toBe(32);
        expect(run.stderr).toContain(code);
        expect(run.stderr).toContain(part);
        expect(run.stdout).toBe('');
    });

    it('says that the extension is not built where the sample is missing', async () => {
        const folder = mkdtempSync(path.join(tmpdir(), 'unbuilt-'));
        const run = await runInProcess(['demo'], { LC_ALL: 'en' }, folder);
        rmSync(folder, { recursive: true });
        expect(run).toMatchObject({ code: 34, stderr: expect.stringContaining('AMG612') as unknown });
    });

    it('names every mistake of a call at once', async () => {
        const { stderr } = await runInProcess(['pack', '--jsn', '--out']);
        for (const code of ['AMG604', 'AMG605', 'AMG607']) expect(stderr).toContain(code);
    });

    it('speaks Chinese by environment or by --lang', async () => {
        expect((await runInProcess(['pakc'], { LANG: 'zh_CN.UTF-8' })).stderr).toContain('错误 AMG602');
        expect((await runInProcess(['pakc', '--lang=zh'], { LANG: 'en' })).stderr).toContain('您是否想输入 “pack”？');
        expect((await runInProcess(['pakc', '--lang', 'en'], { LANG: 'zh' })).stderr).toContain('Did you mean');
    });
});

describe('progress', () => {
    const record = (isTTY: boolean) => {
        let text = '';
        const errors = { isTTY, columns: 60, write: (part: string) => (text += part) };
        const terminal = createTerminal({ write: () => undefined }, errors);
        return { terminal, written: () => text };
    };

    it('is a bar on a terminal, gone when the work is done', () => {
        const { terminal, written } = record(true);
        terminal.progress({ done: 1, total: 4, label: 'copy' });
        expect(written()).toContain('[███████·····················] 1/4 copy');
        terminal.progress({ done: 4, total: 4, label: 'copy' });
        expect(written().endsWith('\r\x1b[K')).toBe(true);
    });

    it('does not run over the line, in Chinese either', () => {
        const { terminal, written } = record(true);
        terminal.progress({ done: 1, total: 4, label: '正在将文件复制到小游戏包的输出文件夹' });
        const line = written().replace('\r\x1b[K', '');
        expect(line).toContain('正在将文件复制');
        expect(stringWidth(line)).toBeLessThan(60);
        expect(stringWidth(line)).toBeGreaterThan(56);
    });

    it('is at most a line for each tenth of a task elsewhere', () => {
        const { terminal, written } = record(false);
        for (let done = 1; done <= 1000; done += 1) terminal.progress({ done, total: 1000, label: 'copy' });
        for (let done = 1; done <= 2; done += 1) terminal.progress({ done, total: 2, label: 'zip' });
        const lines = written().trim().split('\n');
        expect(lines).toHaveLength(13);
        expect(lines[10]).toBe('copy 1000/1000');
        expect(lines[12]).toBe('zip 2/2');
        expect(written()).not.toContain('\x1b');
    });
});

describe('a reader that stops early', () => {
    it.skipIf(process.platform === 'win32')('does not disturb the command', () => {
        const { status, stdout, stderr } = spawnSync('bash', ['-o', 'pipefail', '-c', `"${process.execPath}" dist/bin.js --help | head -c 1`], { cwd: projectRoot, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
        expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: 'U', stderr: '' });
    });
});
