import { existsSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type * as Module from '../../source/packager/file-operations';

/** A file that nobody may delete, not even root. */
const undeletable = '/proc/self/status';

describe.skipIf(!existsSync(undeletable))('on Windows, where other programs hold files for a moment', () => {
    const { platform } = process;
    beforeEach(() => {
        vi.resetModules();
        Object.defineProperty(process, 'platform', { value: 'win32' });
    });
    afterEach(() => {
        Object.defineProperty(process, 'platform', { value: platform });
        vi.unstubAllGlobals();
    });

    it('tries again for two seconds and then says why, also in Creator\'s page, which may not sleep', async () => {
        // A page's thread cannot suspend (ECMAScript, AgentCanSuspend).
        vi.stubGlobal('Atomics', { wait: () => { throw new TypeError('Atomics.wait cannot be called in this context'); } });
        const { nodeFileOperations } = await import('../../source/packager/file-operations') as typeof Module;
        const start = Date.now();
        expect(() => nodeFileOperations.removeFile(undeletable)).toThrow(/EPERM|EACCES/);
        expect(Date.now() - start).toBeGreaterThan(1800);
    });
});
