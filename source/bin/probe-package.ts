import { promises as fs } from 'node:fs';
import path from 'node:path';
import { BuildError, createProblem, exitCodes } from '../problems';

/** What the probe on the phone may reach, as `probe-addresses.js` in its package tells it. */
export interface ProbeAddresses {
    /** An https address that answers 200. */
    readonly present: string;
    /** An https address that answers 400 or more. */
    readonly absent: string;
    /** A wss address that sends back every message. */
    readonly echo?: string;
}

/** A page of Alipay's own documents, and a file that its store of public files does not have: reached from any phone that runs Alipay. */
export const usualAddresses: ProbeAddresses = {
    present: 'https://opendocs.alipay.com/mini-game/08uo7z',
    absent: 'https://mdn.alipayobjects.com/cocos-alipay-mini-game/absent.txt',
};

const addressFile = 'probe-addresses.js';

/**
 * Writes the probe as a finished package.
 * @param output a new or empty folder, or one with an earlier probe, which is replaced.
 * @throws BuildError AMG612 (34) the installation is not whole; AMG616 (32) the folder holds something else.
 */
export async function writeProbePackage(productDirectory: string, output: string, addresses: ProbeAddresses): Promise<void> {
    const source = path.join(productDirectory, 'dist', 'demo', 'probe');
    const files = await listFiles(source).catch((): string[] => []);
    if (files.length === 0) throw new BuildError([createProblem('AMG612', 'dist/demo/probe', {})], exitCodes.failed);
    const found = await listFiles(output).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return [] as string[];
        throw new BuildError([createProblem('AMG616', output, {})], exitCodes.badOptions);
    });
    if (found.some((file) => file !== addressFile && !files.includes(file))) throw new BuildError([createProblem('AMG616', output, {})], exitCodes.badOptions);
    for (const file of files) {
        await fs.mkdir(path.dirname(path.join(output, file)), { recursive: true });
        await fs.copyFile(path.join(source, file), path.join(output, file));
    }
    await fs.writeFile(path.join(output, addressFile), `module.exports = ${JSON.stringify(addresses, undefined, 4)};\n`);
}

async function listFiles(folder: string, below = ''): Promise<string[]> {
    const entries = await fs.readdir(path.join(folder, below), { withFileTypes: true });
    const lists = await Promise.all(entries.map((entry) => (entry.isDirectory() ? listFiles(folder, path.posix.join(below, entry.name)) : [path.posix.join(below, entry.name)])));
    return lists.flat();
}
