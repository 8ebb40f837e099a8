import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeCheckedRelease } from '../../scripts/release/release';
import { writeFiles } from '../hosts/write-files';

const scratch = mkdtempSync(path.join(tmpdir(), 'release-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** A git checkout of these files, all committed. */
function commit(name: string, files: Readonly<Record<string, string>>): string {
    const root = path.join(scratch, name);
    writeFiles(root, files);
    const git = (...words: string[]): void => { execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...words], { cwd: root, stdio: 'ignore' }); };
    git('init');
    git('add', '.');
    git('commit', '-m', 'all');
    return root;
}

const project = {
    'package.json': '{"name":"cocos-alipay-mini-game","version":"1.2.0"}',
    'package-lock.json': '{"version":"1.2.0","packages":{}}',
    'CHANGELOG.md': '# Changelog\n\n## [Unreleased]\n\n## [1.2.0] - 2026-11-22\n\n- A change.\n',
};

async function release(root: string, draft: boolean, lagging: readonly string[] = []): Promise<{ made: boolean; builds: number; output: string }> {
    const lines: string[] = [];
    let builds = 0;
    const build = async ({ dist }: { dist: string }): Promise<{ files: string[]; bundled: string[]; external: string[] }> => {
        builds += 1;
        writeFiles(dist, { 'main.ts': 'not of a release' });
        return { files: [], bundled: [], external: [] };
    };
    const made = await makeCheckedRelease({ root, draft, build, lagging, print: (line) => lines.push(line) });
    return { made, builds, output: lines.join('\n') };
}

describe('npm run release', () => {
    it('names everything that is not ready, and builds nothing', async () => {
        const root = commit('dirty', { ...project, '.gitignore': 'coverage/\ndraft.md\n', 'CHANGELOG.md': '# Changelog\n\n## [Unreleased]\n\n- A change.\n' });
        writeFiles(root, { 'source/new.ts': '', 'coverage/a.html': '', 'docs/draft.md': 'not for others' });
        const { made, builds, output } = await release(root, false, ['i18n/en.js']);
        expect({ made, builds }).toEqual({ made: false, builds: 0 });
        expect(output).toContain('1/7 Is the project ready?');
        expect(output).toContain('give the section of this release the title `## [1.2.0] - YYYY-MM-DD`');
        expect(output).toContain('i18n/en.js. Run `npm run generate`');
        expect(output).toContain('?? source/new.ts');
        expect(output).toContain('!! docs/draft.md');
        expect(output).not.toContain('!! coverage');
        expect(existsSync(path.join(root, 'release'))).toBe(false);
    });

    it('goes on from a clean checkout, and refuses what has no business in a release', async () => {
        const root = commit('clean', { ...project, 'docs/a.md': '', 'i18n/en.js': '', 'static/a.json': '', 'templates/a.ejs': '', 'types/a.d.ts': '' });
        const { made, builds, output } = await release(root, false);
        expect({ made, builds }).toEqual({ made: false, builds: 1 });
        expect(output).toContain('2/7 Building and packing');
        expect(output).toMatch(/Not known as part of a release .*\n- dist\/main\.ts$/);
        expect(existsSync(path.join(root, 'release'))).toBe(false);
    });
});
