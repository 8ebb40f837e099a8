import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../../source/bin/commands';
import { switchNames } from '../../../source/platform';
import { projectRoot } from '../../environment/registry';
import { askHost, createProbedHost } from './ask-host';

const pages = ['verify.md', 'verify.zh-CN.md'].map((name) => [name, readFileSync(path.join(projectRoot, 'docs', name), 'utf8')] as const);

describe.each(pages)('%s', (_name, text) => {
    it('says of every behaviour what its answer decides, and names none that is not asked', () => {
        const named = [...text.matchAll(/^\| .*? \| ((?:`\w+`[,、 ]*)+) \|/gm)].flatMap(([, cell = '']) => cell.match(/\w+/g) ?? []);
        expect([...named].sort()).toEqual([...switchNames, 'userFileBytes', 'userDataBytes', 'lacks', 'globals'].sort());
    });

    it('explains facts that the probe tells', async () => {
        const { facts } = await askHost(createProbedHost({ switches: { myWebAssembly: true } }));
        const explained = [...text.matchAll(/^\| ((?:`\w+`[^|]*)+) \| [^|]+ \|$/gm)].flatMap(([, cell = '']) => [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name));
        expect(explained.length).toBeGreaterThan(4);
        for (const name of explained) expect(Object.keys(facts)).toContain(name);
    });

    it('names flags that the commands have, and files that are there', () => {
        const flagsOf = (command: string): string[] => Object.keys(commands.find(({ name }) => name === command)?.flags ?? {});
        expect(flagsOf('demo')).toEqual(expect.arrayContaining(['probe', 'url', 'socket']));
        expect(flagsOf('preview')).toContain('profile');
        for (const [, file = ''] of text.matchAll(/\]\((?!#)([^)#]+)\)/g)) expect(existsSync(path.join(projectRoot, 'docs', file)), file).toBe(true);
        for (const file of ['test/hosts/replay-recording.ts', 'source/platform/switches.ts', 'test/fixtures/creator']) {
            expect(text).toContain(file);
            expect(existsSync(path.join(projectRoot, file)), file).toBe(true);
        }
    });
});
