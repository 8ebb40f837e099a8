// The demo as a game of a folder: packed, played in the preview, judged, and shown in the table.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { leaveBrowser } from '../e2e/browser';
import { runBin } from '../hosts/installed-product';
import { readArguments } from './arguments';
import { writePage } from './page/write-page';
import { playFolder } from './play-folder';
import type { Results } from './results';

const scratch = mkdtempSync(path.join(tmpdir(), 'games-'));
const folder = path.join(scratch, 'games');

beforeAll(() => {
    expect(runBin(['demo', '--out', path.join(folder, 'lanterns', 'package')]).status).toBe(0);
    writeFileSync(path.join(folder, 'lanterns', 'taps.json'), '[{ "at": 300, "tap": [180, 300] }, { "at": 600, "drag": [100, 400, 200, 300], "ms": 100 }]');
    mkdirSync(path.join(folder, 'no-game'));
});
afterAll(async () => {
    await leaveBrowser();
    rmSync(scratch, { recursive: true, force: true });
});

it('plays a package as users see it, and writes a table with its pictures', async () => {
    const choice = readArguments([folder, '--seconds', '2', '--clients', 'ios', '--layouts', 'standard']);
    const lines: string[] = [];
    const results = await playFolder(choice, { begin: (runs) => lines.push(`${runs}`), end: ({ id }) => lines.push(id) });
    expect(lines).toEqual(['1', 'lanterns--ios--standard']);
    expect(results.summary).toEqual({ plays: 1, likewise: 0, fails: 0 });
    const [run] = results.runs;
    expect(run).toMatchObject({
        game: 'lanterns', client: 'ios', variant: 'standard', scenario: null, result: 'plays', reasons: [], excused: [],
        package: { made: 'found', packProblems: '' }, shown: { blank: false, consoleErrors: [], failedRequests: [], missedInputs: [] },
        pictures: { first: 'pictures/lanterns--ios--standard-first.png', end: 'pictures/lanterns--ios--standard-end.png' },
    });
    expect(run!.shown!.firstFrameMs).toBeGreaterThan(0);
    expect(run!.shown!.callsBeforeFirstFrame).toBeGreaterThan(5);
    expect(run!.shown!.callsBeforeFirstFrame).toBeLessThan(run!.shown!.calls);
    expect(choice.out).toBe(`${folder}-results`);
    expect(JSON.parse(readFileSync(path.join(choice.out, 'results.json'), 'utf8')) as Results).toEqual(JSON.parse(JSON.stringify(results)));
    const page = readFileSync(await writePage(results, choice.out), 'utf8');
    expect(page).toContain('<b>1</b> play');
    for (const [, link] of page.matchAll(/<a href="(pictures\/[^"]+)"/g)) expect(existsSync(path.join(choice.out, link!))).toBe(true);
    expect([...page.matchAll(/src="data:image\/png;base64,/g)]).toHaveLength(2);
}, 60_000);
