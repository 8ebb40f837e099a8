import { availableParallelism } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { profileNames, type ProfileName } from '../../source/platform';
import { deviceNames } from '../../source/simulator';
import { layouts, type Layout } from './read-games';
import { scenarioNames, type ScenarioName } from './server/scenario';
import { UsageError, type UsageProblem } from './usage-error';

export const usage = `usage: npm run test:games -- FOLDER [options]
  --seconds N       plays so long after the first frame (20)
  --patience N      waits so long for the first frame (60)
  --clients a,b     ${profileNames.join(', ')} (all)
  --layouts a,b     ${layouts.join(', ')} (both)
  --game NAME       plays one game of the folder
  --device NAME     the phone, on whose screen the taps are (iPhone SE)
  --out DIR         where results go (FOLDER-results)
  --jobs N          games played at a time (half of the cores)
  --pack            packs every layout anew where there is a build, and leaves finished packages alone
  --server [a,b]    plays with a resource server instead: ${scenarioNames.join(', ')} (all)`;

export interface Arguments {
    readonly folder: string;
    readonly out: string;
    readonly seconds: number;
    readonly patience: number;
    readonly clients: readonly ProfileName[];
    readonly layouts: readonly Layout[];
    readonly device: string;
    readonly jobs: number;
    readonly pack: boolean;
    readonly game?: string;
    /** Empty: plays without trouble. */
    readonly scenarios: readonly ScenarioName[];
}

/** @throws UsageError with everything that is wrong. */
export function readArguments(words: readonly string[]): Arguments {
    const problems: UsageProblem[] = [];
    const { values, positionals } = parse(words);
    const choose = <Name extends string>(flag: string, written: string | undefined, known: readonly Name[]): readonly Name[] => {
        if (written === undefined) return known;
        const names = written.split(',').map((name) => name.trim()).filter((name) => name !== '');
        const unknown = names.filter((name) => !(known as readonly string[]).includes(name));
        if (names.length === 0 || unknown.length > 0) problems.push({ what: `"${unknown.join(', ')}" is not known.`, where: flag, fix: `Choose from ${known.join(', ')}.` });
        return known.filter((name) => names.includes(name));
    };
    const readNumber = (flag: string, written: string | undefined, usual: number, least: number, most: number): number => {
        const value = written === undefined ? usual : Number(written);
        if (value >= least && value <= most) return value;
        problems.push({ what: `"${written}" is no number from ${least} to ${most}.`, where: flag, fix: `Write ${flag} ${usual}.` });
        return usual;
    };
    const [folder = '', ...more] = positionals;
    if (folder === '') problems.push({ what: 'FOLDER is missing.', where: 'test:games', fix: 'Give the folder that the games are in: npm run test:games -- FOLDER' });
    if (more.length > 0) problems.push({ what: `"${more.join(' ')}" is one word too many.`, where: 'test:games', fix: 'Give one folder; quote a path with spaces.' });
    const { device = 'iPhone SE' } = values;
    choose('--device', device, deviceNames);
    const { server } = values;
    const result: Arguments = {
        folder,
        out: path.resolve(values.out ?? `${path.resolve(folder)}-results`),
        seconds: readNumber('--seconds', values.seconds, 20, 0.5, 3_600),
        patience: readNumber('--patience', values.patience, 60, 1, 600),
        clients: choose('--clients', values.clients, profileNames),
        layouts: choose('--layouts', values.layouts, layouts),
        jobs: Math.floor(readNumber('--jobs', values.jobs, Math.max(1, Math.floor(availableParallelism() / 2)), 1, 64)),
        device,
        pack: values.pack ?? false,
        ...(values.game === undefined ? {} : { game: values.game }),
        scenarios: server === undefined ? [] : choose('--server', server === '' ? undefined : server, scenarioNames),
    };
    if (problems.length > 0) throw new UsageError(problems);
    return result;
}

function parse(words: readonly string[]): ReturnType<typeof parseWords> {
    try {
        return parseWords(words);
    } catch (error) {
        throw new UsageError([{ what: (error as Error).message, where: 'test:games', fix: usage }]);
    }
}

function parseWords(words: readonly string[]) {
    // The value of --server may be left out; parseArgs knows no such option.
    const args = words.map((word, index) => (word === '--server' && !isScenarioList(words[index + 1]) ? '--server=' : word));
    const text = { type: 'string' } as const;
    return parseArgs({
        args, allowPositionals: true,
        options: { seconds: text, patience: text, clients: text, layouts: text, game: text, device: text, out: text, jobs: text, server: text, pack: { type: 'boolean' } },
    });
}

function isScenarioList(word: string | undefined): boolean {
    return word !== undefined && word !== '' && word.split(',').every((name) => (scenarioNames as readonly string[]).includes(name.trim()));
}
