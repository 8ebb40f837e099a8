import { chmodSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import path from 'node:path';

/** What tests write at the same time is some hundred megabytes; containers often give 64. */
const roomNeeded = 2e9;

function findMemory(): string | undefined {
    try {
        const { bavail, bsize } = statfsSync('/dev/shm');
        return bavail * bsize >= roomNeeded ? '/dev/shm' : undefined;
    } catch {
        return undefined;
    }
}

/**
 * Lets every temporary folder of the tests lie in memory where there is a file system for that with room: a real one,
 * whose calls wait for no disk. Who sets TMPDIR has chosen another.
 * @returns takes the folder away again
 */
export function useMemoryForTemporaryFolders(): () => void {
    const memory = process.env['TMPDIR'] ? undefined : findMemory();
    if (memory === undefined) return () => undefined;
    const folder = mkdtempSync(path.join(memory, 'alipay-tests-'));
    // Some tests act as another user, who must be able to pass.
    chmodSync(folder, 0o711);
    process.env['TMPDIR'] = folder;
    // A browser that ends with its test process may still write its last files.
    return () => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}
