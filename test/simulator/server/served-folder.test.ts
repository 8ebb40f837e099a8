import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { openServedFolder } from '../../../source/simulator/server/served-folder';

it('has no files while a rebuild has removed the folder, and ends nothing by that', async () => {
    const scratch = mkdtempSync(path.join(tmpdir(), 'served-folder-'));
    const unheard: unknown[] = [];
    const listen = (reason: unknown): void => { unheard.push(reason); };
    process.on('unhandledRejection', listen);
    try {
        const folder = openServedFolder(path.join(scratch, 'game'));
        expect(await folder.find('game.js')).toBeUndefined();
        mkdirSync(folder.root);
        writeFileSync(path.join(folder.root, 'game.js'), '');
        expect((await folder.find('game.js'))?.stats.size).toBe(0);
        // Node tells of a rejection without a listener after the microtasks.
        await new Promise((resolve) => { setTimeout(resolve, 20); });
        expect(unheard).toEqual([]);
    } finally {
        process.off('unhandledRejection', listen);
        rmSync(scratch, { recursive: true, force: true });
    }
});
