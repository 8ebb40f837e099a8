import { chromium, type Browser, type LaunchOptions } from 'playwright-core';
import { browserArguments } from '../../source/simulator/headless';
import { findChromium } from '../environment/chromium';

/**
 * Starts a headless Chromium as `preview --headless` does, without a sandbox, since tests run as root in containers; close
 * it in `afterAll`. Installs one first where the machine has none.
 */
export function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
    return chromium.launch({ headless: true, executablePath: findChromium(), ...options, args: ['--no-sandbox', ...browserArguments, ...(options.args ?? [])] });
}
