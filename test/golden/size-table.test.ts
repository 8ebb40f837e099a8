// README's sizes are those of dist/. `npm run golden:update` writes them anew.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../environment/registry';
import { withSizeTable, type Language } from './size-table';

/** In kB: less says nothing to a reader, and zlib's versions differ by some bytes. */
const tolerance = 0.25;

/** Whether two texts are the same but for figures that are nearly the same. */
function isNear(one: string, other: string): boolean {
    const [parts, others] = [one, other].map((text) => text.split(/(\d+\.\d+)/)) as [string[], string[]];
    return parts.length === others.length && parts.every((part, index) => part === others[index] || Math.abs(Number(part) - Number(others[index])) <= tolerance);
}

describe('the table of sizes', () => {
    it.each<[string, Language]>([['README.md', 'en'], ['README.zh-CN.md', 'zh']])('in %s is that of the built adapters', async (name, language) => {
        const file = path.join(projectRoot, name);
        const written = readFileSync(file, 'utf8');
        expect(written).toContain('<!-- size-table -->');
        const renewed = withSizeTable(written, language);
        await expect(isNear(written, renewed) ? written : renewed, 'The adapters have other sizes than README says: npm run golden:update').toMatchFileSnapshot(file);
    });
});
