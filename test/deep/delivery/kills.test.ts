import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { killDirectoryDeliveries, killS3Deliveries } from '../../delivery/kills';

const scratch = mkdtempSync(path.join(tmpdir(), 'deploy-kill-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('100 deliveries killed at random moments leave no config that points at a missing file', () => {
    it.each([['a folder', killDirectoryDeliveries], ['a store', killS3Deliveries]] as const)('%s', async (_name, kill) => {
        const { killed, partial } = await kill(mkdtempSync(path.join(scratch, 'place-')), 100);
        expect(killed).toBeGreaterThan(50);
        expect(partial).toBeGreaterThan(10);
    });
});
