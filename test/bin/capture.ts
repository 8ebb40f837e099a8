import { runCommandLine } from '../../source/bin/run';
import { createTerminal } from '../../source/bin/terminal';
import { projectRoot } from '../environment/registry';

export interface CapturedRun {
    readonly code: number;
    readonly stdout: string;
    readonly stderr: string;
}

/** Runs the command line in this process, over the built product's files, and keeps what it writes. */
export async function runInProcess(words: readonly string[], environment: Readonly<Record<string, string>> = { LC_ALL: 'en' }, productDirectory = projectRoot): Promise<CapturedRun> {
    let [stdout, stderr] = ['', ''];
    const terminal = createTerminal({ write: (text: string) => (stdout += text) }, { write: (text: string) => (stderr += text) });
    const code = await runCommandLine({ words, environment, terminal, productDirectory });
    return { code, stdout, stderr };
}
