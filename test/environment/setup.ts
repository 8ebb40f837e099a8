import { findChromium } from './chromium';
import { useTestFonts } from './fonts';
import { useMemoryForTemporaryFolders } from './memory-folder';

/**
 * Runs once, before any worker: where Chromium must be installed first, two workers would meet at apt's lock, or
 * start one that is half unpacked. Workers, and the browsers and commands that they start, inherit the path that was
 * found, the fonts of the tests, and where temporary folders lie.
 */
export default function setUpEnvironment(): () => void {
    process.env['CHROMIUM_PATH'] = findChromium();
    useTestFonts();
    return useMemoryForTemporaryFolders();
}
