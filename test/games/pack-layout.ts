import { execFile } from 'node:child_process';
import { existsSync, promises as fs } from 'node:fs';
import path from 'node:path';
import { extensionKey, platformKey } from '../../source/options';
import { productDirectory } from '../e2e/game-package';
import type { Build, Layout } from './read-games';

/** A package that can be played, and what `pack` said on its way. */
export interface PackedLayout {
    readonly directory: string;
    /** Why there is no package, in the command's own words; or what it warns of. */
    readonly problems: string;
}

/** Packs a build in one layout, by the command that users have. @param folder of its own for this package. */
export async function packLayout({ directory, config }: Build, layout: Layout, folder: string): Promise<PackedLayout> {
    const out = path.join(folder, 'alipay-mini-game');
    const words = JSON.parse((await fs.readFile(config, 'utf8')).replace(/^\uFEFF/, '')) as Config;
    await fs.mkdir(folder, { recursive: true });
    const chosen = path.join(folder, 'config.json');
    await fs.writeFile(chosen, JSON.stringify(withLayout(words, layout), undefined, 2));
    const { failed, output } = await runPack(['pack', directory, '--config', chosen, '--project', path.dirname(config), '--out', out]);
    if (!existsSync(path.join(out, 'game.js'))) throw new Error(`pack made no ${layout} package:\n${output}`);
    return { directory: out, problems: failed ? output : '' };
}

type Config = { readonly packages?: Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>> };

/** The same config with one layout, wherever its host keeps the options. */
export function withLayout(config: Config, mainPackage: Layout): Config {
    const { packages = {} } = config;
    const owner = extensionKey in packages ? extensionKey : platformKey;
    return { ...config, packages: { ...packages, [owner]: { ...packages[owner], mainPackage } } };
}

function runPack(words: readonly string[]): Promise<{ readonly failed: boolean; readonly output: string }> {
    return new Promise((resolve) => {
        const env = { ...process.env, LC_ALL: 'en_US.UTF-8' };
        execFile(process.execPath, [path.join(productDirectory, 'dist', 'bin.js'), ...words], { env, encoding: 'utf8', maxBuffer: 64 << 20 }, (error, stdout, stderr) => {
            resolve({ failed: error !== null, output: (stderr || stdout).trim() });
        });
    });
}
