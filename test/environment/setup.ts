import { findChromium } from './chromium';
import { useMemoryForTemporaryFolders } from './memory-folder';

/**
 * Runs once, before any worker: where Chromium must be installed first, two workers would meet at apt's lock, or
 * start one that is half unpacked. Workers inherit the path that was found, and where temporary folders lie.
 */
export default function setUpEnvironment(): () => void {
    process.env['CHROMIUM_PATH'] = findChromium();
    return useMemoryForTemporaryFolders();
}
