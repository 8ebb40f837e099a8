import { chromium, type Browser, type BrowserContextOptions, type LaunchOptions, type Page } from 'playwright-core';
import { browserArguments } from '../../source/simulator/headless';
import { findChromium } from '../environment/chromium';
import { useTestFonts } from '../environment/fonts';

/**
 * Starts a headless Chromium as `preview --headless` does, without a sandbox, since tests run as root in containers; the
 * caller closes it. Installs one first where the machine has none. It sees the fonts of the tests alone.
 */
export function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
    useTestFonts();
    // The packaged Chromium fits letters to whole pixels otherwise, whatever fontconfig says; others do not know the flag.
    const args = ['--no-sandbox', '--font-render-hinting=none', ...browserArguments, ...(options.args ?? [])];
    return chromium.launch({ headless: true, executablePath: findChromium(), ...options, args });
}

/** A page whose game has ended, and the port that it came from. */
export interface IdlePage {
    readonly page: Page;
    readonly port: number;
}

/**
 * Pages in which the next game may be played, of this file or of a later one: Chromium makes a process for each new page
 * and for each other address, which costs a second of work.
 */
export const idlePages: IdlePage[] = [];

let shared: Promise<Browser> | undefined;

/** A new page of this process's browser, which all its test files share and which ends with it. Each file leaves it in `afterAll`. */
export async function openPage(options: BrowserContextOptions = {}): Promise<Page> {
    if (shared && !(await shared).isConnected()) {
        idlePages.length = 0;
        shared = undefined;
    }
    shared ??= launchBrowser();
    return (await shared).newPage(options);
}

/** Closes the pages that the file has left open, also where a test of it failed. */
export async function leaveBrowser(): Promise<void> {
    const browser = await shared;
    const kept = new Set(idlePages.map(({ page }) => page));
    for (const context of browser?.contexts() ?? []) {
        if (!context.pages().some((page) => kept.has(page))) await context.close();
    }
}

/** Ends this process's browser: for a program; test files share it and leave it. */
export async function closeBrowser(): Promise<void> {
    const browser = await shared;
    shared = undefined;
    idlePages.length = 0;
    await browser?.close();
}
