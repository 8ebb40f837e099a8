import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { killDirectoryDeliveries, killS3Deliveries } from './kills';

const scratch = mkdtempSync(path.join(tmpdir(), 'deploy-kill-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('a delivery killed at random moments never leaves a config that points at a missing file', () => {
    it.each([['a folder', killDirectoryDeliveries], ['a store', killS3Deliveries]] as const)('%s, 10 times', async (name, kill) => {
        const { killed } = await kill(mkdtempSync(path.join(scratch, `${name.replace(' ', '-')}-`)), 10);
        expect(killed).toBeGreaterThanOrEqual(5);
    }, 120_000);
});
