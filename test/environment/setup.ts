import { findChromium } from './chromium';

/**
 * Runs once, before any worker: where Chromium must be installed first, two workers would meet at apt's lock, or
 * start one that is half unpacked. Workers inherit the path that was found.
 */
export default function setUpEnvironment(): void {
    process.env['CHROMIUM_PATH'] = findChromium();
}
