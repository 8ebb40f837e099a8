import { promises as fs } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../environment/registry';
import { expectedResults, libraryGroups } from './expected';
import { librariesFolder, lockedVersions } from './install';

/** What only the servers need. */
const servers = ['@colyseus/core', '@colyseus/schema', '@colyseus/ws-transport', 'aedes', 'socket.io', 'ws'];

describe('docs/libraries', () => {
    it.each(['libraries.md', 'libraries.zh-CN.md'])('%s names each library in the version that is run', async (page) => {
        const text = await fs.readFile(path.join(projectRoot, 'docs', page), 'utf8');
        const rows = [...text.matchAll(/^\| `([^`]+)` \| (\d[^ |]*) \|/gm)].map(([, name, version]) => [name!, version!] as const);
        const locked = Object.entries(await lockedVersions()).filter(([name]) => !servers.includes(name));
        expect([...rows].sort()).toEqual(locked.sort());
    });

    it('has a game for each, which is played and whose result is compared', async () => {
        const games = (await fs.readdir(path.join(librariesFolder, 'games'))).map((name) => name.replace(/\.js$/, '')).sort();
        expect(Object.keys(expectedResults).sort()).toEqual(games);
        expect(libraryGroups.flat().sort()).toEqual(games);
        expect(games).toHaveLength(Object.keys(await lockedVersions()).length - servers.length);
    });

    it('is run in exact versions', async () => {
        const { dependencies } = JSON.parse(await fs.readFile(path.join(librariesFolder, 'package.json'), 'utf8')) as { dependencies: Record<string, string> };
        expect(dependencies).toEqual(await lockedVersions());
    });
});
