import { build } from 'esbuild';
import { fork } from 'node:child_process';
import { promises as fs } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { librariesFolder } from '../../libraries/install';
import { openPage } from '../browser';
import { productDirectory } from '../game-package';
import type { LibraryRun } from './library-worker';

/** What the games said, by name, and what nobody caught. */
export interface LibraryResults {
    readonly results: Readonly<Record<string, string>>;
    readonly uncaught: readonly string[];
}

export interface LibraryPage {
    play(profile: LibraryRun['profile'], groups: LibraryRun['groups']): Promise<LibraryResults>;
    close(): Promise<void>;
}

/** Each game as one script, lowered to the syntax that every client knows. */
async function bundleGames(names: readonly string[]): Promise<Map<string, string>> {
    const scripts = new Map<string, string>();
    await Promise.all(names.map(async (name) => {
        const { outputFiles: [script] } = await build({
            entryPoints: [path.join(librariesFolder, 'games', `${name}.js`)],
            bundle: true, format: 'cjs', platform: 'browser', target: 'es2015',
            define: { 'process.env.NODE_ENV': '"production"' }, write: false, logLevel: 'error',
        });
        scripts.set(`${name}.js`, script!.text);
    }));
    for (const name of ['web-adapter.js', 'text-services.js', 'web-services.js', 'dom-parser.js']) {
        scripts.set(name, await fs.readFile(path.join(productDirectory, 'dist', 'adapter', name), 'utf8'));
    }
    scripts.set('adapter-options.js', 'module.exports = {};');
    return scripts;
}

/** The servers of the libraries, in a process of their own: the ports are told once they listen. */
async function startServers(): Promise<{ readonly ports: { readonly web: number; readonly rooms: number }; stop(): void }> {
    const child = fork(path.join(librariesFolder, 'servers.mjs'), { silent: true });
    let said = '';
    child.stderr!.on('data', (chunk) => { said += String(chunk); });
    const ports = await new Promise<{ web: number; rooms: number }>((resolve, reject) => {
        child.once('message', (message) => resolve(message as { web: number; rooms: number }));
        child.once('exit', () => reject(new Error(`the servers of the libraries ended:\n${said}`)));
    });
    return { ports, stop: () => void child.kill() };
}

/** A page with games that use libraries, each a bundle of its own, and the servers that these talk to. */
export async function openLibraryPage(names: readonly string[]): Promise<LibraryPage> {
    const [servers, scripts, worker, page] = await Promise.all([
        startServers(), bundleGames(names),
        build({ entryPoints: [path.join(__dirname, 'library-worker.ts')], bundle: true, format: 'iife',
            target: 'es2020', write: false, logLevel: 'error' }),
        openPage(),
    ]);
    const site = createServer((request, response) => {
        const name = (request.url ?? '/').slice(1);
        const script = name === 'worker.js' ? worker.outputFiles[0]!.text : scripts.get(name.replace('module/', ''));
        if (name === 'page') response.setHeader('content-type',
            'text/html').end('<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">');
        else if (script === undefined) response.writeHead(404).end();
        else response.setHeader('content-type',
            'text/javascript').end(name === 'worker.js' ? script : `__define(function(require,module,exports){${script}\n});`);
    });
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/page`);
    return {
        play: (profile, groups) => page.evaluate((run: LibraryRun) => new Promise<LibraryResults>((resolve, reject) => {
            const game = new Worker('/worker.js');
            const uncaught: string[] = [];
            const results: Record<string, string> = {};
            const end = (): void => {
                game.terminate();
                resolve({ results, uncaught });
            };
            // A game that hangs must not hide what the others did.
            setTimeout(end, 60_000);
            game.onerror = (event) => reject(new Error(event.message));
            game.onmessage = ({ data }) => {
                if (data.uncaught !== undefined) uncaught.push(data.uncaught);
                else if (data.results) end();
                else results[data.name] = data.result;
            };
            game.postMessage(run);
        }), { profile, groups, servers: { 'games.test': `127.0.0.1:${servers.ports.web}`,
            'rooms.test': `127.0.0.1:${servers.ports.rooms}` } }),
        async close() {
            await page.close();
            servers.stop();
            site.closeAllConnections();
            site.close();
        },
    };
}
