// `npm run test:games -- FOLDER`: plays every package in a folder on every client, in both layouts. docs/tests.md tells the rest.
import path from 'node:path';
import { exitCodes } from '../../source/problems';
import { closeBrowser } from '../e2e/browser';
import { readArguments, usage } from './arguments';
import { playFolder } from './play-folder';
import { printProgress } from './progress';
import { UsageError } from './usage-error';
import { writePage } from './page/write-page';

async function main(words: readonly string[]): Promise<number> {
    if (words.includes('--help') || words.includes('-h')) {
        console.log(usage);
        return exitCodes.done;
    }
    try {
        const choice = readArguments(words);
        const results = await playFolder(choice, printProgress((line) => console.log(line)));
        const page = await writePage(results, choice.out);
        const { plays, likewise, fails } = results.summary;
        console.log(`\n${plays} play, ${likewise} fail as on the engine's adapters, ${fails} fail`);
        console.log(`${page}\n${path.join(choice.out, 'results.json')}`);
        return fails > 0 ? exitCodes.failed : exitCodes.done;
    } catch (error) {
        if (!(error instanceof UsageError)) throw error;
        console.error(error.message);
        return exitCodes.badOptions;
    } finally {
        await closeBrowser();
    }
}

// playwright-core closes its browsers at these signals and lets the program go on, which would start others.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => {
    console.error(`stopped by ${signal}: results.json has what was played`);
    process.exit(exitCodes.failed);
});

main(process.argv.slice(2)).then(
    (code) => { process.exitCode = code; },
    (error: unknown) => {
        console.error(error);
        process.exitCode = exitCodes.failed;
    },
);
