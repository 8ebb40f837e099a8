import { chromium, type Browser, type LaunchOptions } from 'playwright-core';
import { findChromium } from '../environment/chromium';

/** No sandbox (tests run as root in containers), no calls home, WebGL in software so that pictures agree everywhere. */
const browserArguments = [
    '--no-sandbox',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-dev-shm-usage',
    '--use-angle=swiftshader',
    '--enable-unsafe-swiftshader',
    '--ignore-gpu-blocklist',
    // Only the game is drawn by WebGL: the page around it is cheaper without.
    '--disable-gpu-compositing',
    '--disable-gpu-rasterization',
];

/** Starts a headless Chromium; close it in `afterAll`. Installs one first where the machine has none. */
export function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
    return chromium.launch({ headless: true, executablePath: findChromium(), ...options, args: [...browserArguments, ...(options.args ?? [])] });
}
