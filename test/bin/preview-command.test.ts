// The command `preview` in this process, with a real browser where it plays; what dist/bin.js does with it: test/e2e.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runInProcess } from './capture';

const scratch = mkdtempSync(path.join(tmpdir(), 'preview-command-'));
const game = path.join(scratch, 'game');
beforeAll(async () => {
    expect((await runInProcess(['demo', '--out', game])).code).toBe(0);
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Width and height of a PNG. */
function sizeOf(file: string): readonly [number, number] {
    const picture = readFileSync(file);
    expect(picture.subarray(1, 4).toString()).toBe('PNG');
    return [picture.readUInt32BE(16), picture.readUInt32BE(20)];
}

describe('preview', () => {
    it.each([
        ['--port', '80000', '0…65535'],
        ['--port', '80.5', '0…65535'],
        ['--port', 'http', '0…65535'],
        ['--seconds', '0', '0.1…3600'],
        ['--seconds', ' ', '0.1…3600'],
        ['--quota', '2001', '1…2000'],
        ['--tap', '180', 'X,Y'],
        ['--tap', '-1,2', 'X,Y'],
    ])('%s %j is told what it may be', async (flag, value, expected) => {
        const { code, stderr } = await runInProcess(['preview', game, '--headless', `${flag}=${value}`]);
        expect(code).toBe(32);
        expect(stderr).toContain(`AMG657 ${flag}`);
        expect(stderr).toContain(expected);
    });

    it('says that an option of --headless does nothing without it, instead of playing until somebody ends it', async () => {
        const { code, stderr } = await runInProcess(['preview', game, '--seconds', '3', '--tap', '1,2', '--screenshot', 'a.png', '--report', 'a.json']);
        expect(code).toBe(32);
        expect([...stderr.matchAll(/AMG617 (--\w+)/g)].map(([, flag]) => flag)).toEqual(['--seconds', '--tap', '--screenshot', '--report']);
        expect(stderr).toContain('--tap does nothing without --headless');
    });

    it('names every wrong value at once', async () => {
        const { stderr } = await runInProcess(['preview', game, '--headless', '--port=x', '--seconds=x', '--quota=x', '--tap=x', '--tap=y']);
        expect(stderr.match(/error AMG657/g)).toHaveLength(5);
    });

    it('says before it plays that its picture cannot be written there', async () => {
        const file = path.join(game, 'game.json', 'game.png');
        const { code, stdout, stderr } = await runInProcess(['preview', game, '--headless', '--screenshot', file]);
        expect({ code, stdout }).toEqual({ code: 34, stdout: '' });
        expect(stderr).toMatch(/error AMG619 .*game\.json\b.*\n?.*\(mkdir\)/);
        expect(stderr).not.toContain('    at ');
    });

    it('plays without a window, taps, and leaves a picture and a report', async () => {
        const files = { screenshot: path.join(scratch, 'pictures', 'game.png'), report: path.join(scratch, 'game.json') };
        const { code, stdout, stderr } = await runInProcess(['preview', game, '--headless', '--seconds', '4', '--tap', '180,300', '--tap', '10.5,20', '--profile', 'ios', '--device', 'iPhone SE', '--webgl2', 'off', '--quota', '20', '--screenshot', files.screenshot, '--report', files.report]);
        expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
        expect(stdout).toMatch(/on ios: first picture \d+ ms, first frame of the game \d+ ms, \d+ frames, median .*, \d+ calls of my, 0 failures/);
        expect(sizeOf(files.screenshot)).toEqual([750, 1334]);
        expect(JSON.parse(readFileSync(files.report, 'utf8'))).toMatchObject({ profile: 'ios', failures: [], blankPicture: false });
    }, 60_000);

    it('draws less on a machine without a graphics card', async () => {
        const files = { screenshot: path.join(scratch, 'light.png'), report: path.join(scratch, 'light.json') };
        const { code, stderr } = await runInProcess(['preview', game, '--headless', '--light', '--seconds', '3', '--device', 'iPhone SE', '--screenshot', files.screenshot, '--report', files.report]);
        expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
        expect(sizeOf(files.screenshot)).toEqual([375, 667]);
        const { frames } = JSON.parse(readFileSync(files.report, 'utf8')) as { frames: { count: number; medianMs: number } };
        expect(frames.count).toBeGreaterThan(0);
        expect(frames.medianMs).toBeGreaterThan(1000 / 15 - 1);
    }, 60_000);

    it('tells what went wrong in Chinese, and as JSON', async () => {
        const none = await runInProcess(['preview', path.join(scratch, 'none'), '--headless', '--json', '--lang', 'zh']);
        expect(none).toEqual({ code: 34, stdout: '', stderr: expect.stringContaining('AMG651') as unknown });
        const played = await runInProcess(['preview', game, '--headless', '--json', '--seconds', '0.1', '--lang', 'zh']);
        const { problems } = JSON.parse(played.stdout) as { problems: { code: string; what: string }[] };
        for (const { code: problem, what } of problems) expect({ problem, what }).toEqual({ problem: expect.stringMatching(/^AMG/) as unknown, what: expect.stringMatching(/[一-龥]/) as unknown });
        expect(played.code).toBe(problems.length === 0 ? 0 : 34);
        expect(existsSync(path.join(scratch, 'none'))).toBe(false);
    }, 60_000);
});
