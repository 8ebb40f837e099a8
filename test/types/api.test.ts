import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { root } from './compile';

const advice = `The types that games compile against have changed.
- A new optional member, or a wider parameter: a minor version; say it under "Added" in CHANGELOG.md.
- Anything gone or renamed, narrower parameters, wider results, a member that became optional: games may stop compiling,
  so a major version; say it under "Changed" or "Removed" with what to write instead.
Then take the new snapshot: npx vitest run test/types -u
`;

/** Declarations without comments and layout: what a compiler sees. */
function printApi(file: string): string {
    const source = ts.createSourceFile(file, readFileSync(path.join(root, 'types', file), 'utf8'), ts.ScriptTarget.Latest);
    return ts.createPrinter({ removeComments: true }).printFile(source);
}

describe('the published declarations', () => {
    it.each(['index.d.ts', 'cache-manager.d.ts', 'my.d.ts'])('types/%s is as released', async (file) => {
        await expect(printApi(file), advice).toMatchFileSnapshot(path.join(__dirname, 'api', `${file}.txt`));
    });

    it('the package says where they are, and ships them', () => {
        const { types, files } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { types: string; files: string[] };
        expect(types).toBe('./types/index.d.ts');
        expect(files).toContain('types');
    });
});
