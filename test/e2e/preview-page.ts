import type { Page } from 'playwright-core';
import { startPreview, type Preview, type PreviewSettings } from '../../source/simulator';
import type { GameDescription, GameFailure, PageMessage, PreviewReport } from '../../source/simulator/protocol';
import { idlePages, openPage } from './browser';
import { productDirectory } from './game-package';

type RunSummary = Pick<PreviewReport, 'firstPictureMs' | 'firstFrameMs' | 'frames' | 'failures' | 'calls' | 'probes' | 'unknownCalls' | 'console' | 'consoleErrors'>;

/** What the page offers to tests (`PreviewControl` of source/simulator/page/page.ts). */
interface PageControl {
    readonly firstPictureMs: number | undefined;
    readonly firstFrameMs: number | undefined;
    readonly failures: readonly GameFailure[];
    summary(): RunSummary;
    tap(x: number, y: number): Promise<void>;
    send(message: PageMessage): void;
    restart(changes?: Partial<GameDescription['settings']>): Promise<void>;
    picture(): Promise<string | null>;
    report(seconds: number): Promise<PreviewReport>;
}
declare const window: { readonly preview?: PageControl };

/** A package being played in a page of a real browser. */
export interface PlayedGame {
    readonly page: Page;
    readonly preview: Preview;
    /** Waits for anything on the screen, such as a first screen. */
    waitForPicture(): Promise<void>;
    /** Waits for the game's own first frame. */
    waitForFrame(): Promise<void>;
    waitForFailure(): Promise<void>;
    report(): Promise<PreviewReport>;
    /** What the run showed so far: a report without its picture. */
    summary(): Promise<RunSummary>;
    send(message: PageMessage): Promise<void>;
    /** The lines of the game's console. */
    lines(): Promise<readonly string[]>;
    /** Waits until something is so. */
    waitUntil(what: string, isSo: () => Promise<boolean>): Promise<void>;
    /** Waits until the console has a line that matches. */
    waitForLine(pattern: RegExp): Promise<string>;
    tap(x: number, y: number): Promise<void>;
    picture(): Promise<string>;
    restart(changes?: Partial<PreviewSettings>): Promise<void>;
    /** Rejects if the page itself, not the game, met an error. */
    close(): Promise<void>;
}

const patience = 20_000;

/** Plays a package on a light display, but for who asks for the device's own pixels. */
export async function playGame(directory: string, settings: Partial<PreviewSettings> = {}, { allowNetwork = false, viewport = { width: 1440, height: 900 } } = {}): Promise<PlayedGame> {
    const last = idlePages.pop();
    const serve = (port: number): Promise<Preview> => startPreview({ directory, productDirectory, port, allowNetwork, settings: { light: true, ...settings } });
    // Somebody else may have the port by now.
    const preview = last ? await serve(last.port).catch(() => serve(0)) : await serve(0);
    const page = last?.page ?? await openPage({ viewport });
    await page.setViewportSize(viewport);
    const defects: string[] = [];
    const noteDefect = (error: Error): void => { defects.push(String(error)); };
    page.on('pageerror', noteDefect);
    await page.goto(`${preview.address}?lang=en`);
    await page.waitForFunction(() => window.preview !== undefined, undefined, { timeout: patience });
    const report = (): Promise<PreviewReport> => page.evaluate(() => window.preview!.report(0));
    const summary = (): Promise<RunSummary> => page.evaluate(() => window.preview!.summary());
    const lines = async (): Promise<readonly string[]> => (await summary()).console.map(({ text }) => text);
    const waitUntil = async (what: string, isSo: () => Promise<boolean>): Promise<void> => {
        for (const end = Date.now() + patience; !await isSo();) {
            if (Date.now() > end) throw new Error(`waited in vain for ${what}:\n${(await lines()).join('\n')}`);
            await page.waitForTimeout(100);
        }
    };
    return {
        page, preview, report, summary, lines,
        send: (message) => page.evaluate((sent) => window.preview!.send(sent), message),
        waitForPicture: async () => { await page.waitForFunction(() => window.preview?.firstPictureMs !== undefined, undefined, { timeout: patience }); },
        waitForFrame: async () => { await page.waitForFunction(() => window.preview?.firstFrameMs !== undefined, undefined, { timeout: patience }); },
        waitForFailure: async () => { await page.waitForFunction(() => (window.preview?.failures.length ?? 0) > 0, undefined, { timeout: patience }); },
        waitUntil,
        async waitForLine(pattern) {
            let found: string | undefined;
            await waitUntil(`a line ${String(pattern)}`, async () => (found = (await lines()).find((line) => pattern.test(line))) !== undefined);
            return found!;
        },
        tap: (x, y) => page.evaluate(([left, top]) => window.preview!.tap(left!, top!), [x, y]),
        picture: async () => (await page.evaluate(() => window.preview!.picture())) ?? '',
        restart: (changes = {}) => page.evaluate((wanted) => window.preview!.restart(wanted), changes),
        async close() {
            page.off('pageerror', noteDefect);
            // The game ends with its page.
            await page.goto(`${preview.address}icon.svg`);
            await preview.close();
            idlePages.push({ page, port: Number(new URL(preview.address).port) });
            if (defects.length > 0) throw new Error(`the page itself failed:\n${defects.join('\n')}`);
        },
    };
}
