import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inParallel } from '../in-parallel';
import type { CommandConfig } from '../config-schema';
import type { RemoteObject } from '../manifest';
import { findPublicDamage, type PublicFolder } from '../public-url';
import { TransferError, withRetries, type RetryPolicy } from '../retry';
import type { Target } from './target';

export interface CommandSetup {
    readonly config: CommandConfig;
    /** The folder that holds `remote/`. */
    readonly source: string;
    /** Where it is kept what was delivered before. */
    readonly recordFile: string;
    /** Where the files can be fetched again to prove that they arrived. */
    readonly published: PublicFolder | undefined;
    readonly parallel: number;
    readonly retry: RetryPolicy;
}

/** Hashes of what each command has delivered, by path; commands by their own hash, since they may hold secrets. */
type DeliveredFiles = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * A command of the user's own as target: run once for each list of files. Its output goes straight to the person's
 * terminal and is never read. Nobody can ask it what is there, so a record beside the folder says what it delivered.
 */
export function createCommandTarget({ config, source, recordFile, published, parallel, retry }: CommandSetup): Target {
    const [program = '', ...words] = config.command;
    const id = createHash('sha256').update(JSON.stringify(config.command)).digest('hex').slice(0, 16);

    const run = async (files: readonly RemoteObject[]): Promise<void> => {
        const scratch = await fs.mkdtemp(path.join(os.tmpdir(), 'delivery-'));
        try {
            const list = path.join(scratch, 'files.txt');
            await fs.writeFile(list, `${files.map((file) => file.path).join('\n')}\n`);
            await runProgram(program, words.map((word) => word.replace(/\{(folder|list)\}/g, (_, name: string) => (name === 'list' ? list : source))));
        } finally {
            await fs.rm(scratch, { recursive: true, force: true });
        }
        if (!published) return;
        await inParallel(files, parallel, async (file) => {
            const damage = await findPublicDamage(published, file);
            if (damage !== undefined) throw new TransferError(`${file.path}: ${damage}`, 'again');
        });
    };
    return {
        name: program,
        attempts: retry.attempts,
        async findPresent(files) {
            const delivered = (await readRecord(recordFile))[id] ?? {};
            return new Map(files.flatMap((file) => {
                const sha256 = delivered[file.path];
                return sha256 === undefined ? [] : [[file.path, sha256 === file.sha256 ? 'same' : 'other'] as const];
            }));
        },
        async send(files, onBytes) {
            if (files.length === 0) return { delivered: new Set(), failures: new Map() };
            try {
                await withRetries(retry, () => run(files));
            } catch (error) {
                return { delivered: new Set(), failures: new Map([[program, error as Error]]) };
            }
            const record = await readRecord(recordFile);
            await writeRecord(recordFile, { ...record, [id]: { ...record[id], ...Object.fromEntries(files.map((file) => [file.path, file.sha256])) } });
            onBytes(files.reduce((sum, { bytes }) => sum + bytes, 0));
            return { delivered: new Set(files.map((file) => file.path)), failures: new Map() };
        },
    };
}

/** Runs a program without a shell: what stands in a path is never read as a command. */
function runProgram(program: string, words: readonly string[]): Promise<void> {
    return new Promise((resolve, reject) => {
        // Both of its outputs go where messages go: standard output is for our result.
        const child = spawn(program, words, { stdio: ['ignore', 2, 2], windowsHide: true });
        child.on('error', (error: NodeJS.ErrnoException) => reject(new TransferError(`cannot be started (${error.code ?? 'unknown'})`, 'refused')));
        child.on('close', (code, signal) => {
            if (code === 0) resolve();
            else reject(new TransferError(signal === null ? `ended with ${String(code)}` : `ended by ${signal}`, 'again'));
        });
    });
}

async function readRecord(file: string): Promise<DeliveredFiles> {
    try {
        const { version, commands } = JSON.parse(await fs.readFile(file, 'utf8')) as { version?: unknown; commands?: DeliveredFiles };
        return version === 1 && typeof commands === 'object' ? commands : {};
    } catch {
        // None yet, or unreadable: everything is sent once more, which is always right.
        return {};
    }
}

async function writeRecord(file: string, commands: DeliveredFiles): Promise<void> {
    await fs.writeFile(`${file}.part`, `${JSON.stringify({ version: 1, commands }, null, 2)}\n`);
    await fs.rename(`${file}.part`, file);
}
