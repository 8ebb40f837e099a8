import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../environment/chromium';
import { runBin } from '../hosts/installed-product';

const scratch = mkdtempSync(path.join(tmpdir(), 'demo-'));
const demo = path.join(scratch, 'alipay-mini-game');
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
let told: string;
beforeAll(() => {
    findChromium();
    const { status, stdout } = runBin(['demo', '--out', demo]);
    expect(status).toBe(0);
    told = stdout;
});

interface PlayedGame {
    readonly problems: readonly unknown[];
    readonly failures: readonly unknown[];
    readonly blankPicture: boolean;
    /** What the game wrote: a bundle that does not load is told there. */
    readonly console: readonly unknown[];
    readonly calls: { readonly byApi: Readonly<Record<string, number>> };
}

describe('the packaged demo', () => {
    it('is followed by the line that plays it, wherever this program is installed', () => {
        const [program, ...words] = /Play it: node (.*)$/m.exec(told)![1]!.split(' ');
        expect(words).toEqual(['preview', demo]);
        expect(existsSync(program!)).toBe(true);
    });

    // Its own game.js, both adapters, SystemJS with System.warmup, a subpackage, a remote bundle.
    it('starts its SystemJS application, draws, and fetches a subpackage and a remote bundle', () => {
        const { status, stdout } = runBin(['preview', demo, '--headless', '--seconds', '5', '--json']);
        const { problems, failures, blankPicture, calls, console: written } = JSON.parse(stdout) as PlayedGame;
        expect({ status, problems, failures, blankPicture, written }).toEqual({ status: 0, problems: [], failures: [], blankPicture: false, written: [] });
        expect(calls.byApi['loadSubpackage']).toBe(1);
        expect(calls.byApi['downloadFile']).toBeGreaterThanOrEqual(2);
    }, 90_000);
});
