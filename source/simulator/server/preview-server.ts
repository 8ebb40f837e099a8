import { createReadStream, promises as fs } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { contentTypeOf } from '../../package';
import { BuildError, createProblem, exitCodes } from '../../problems';
import type { GameDescription } from '../protocol';
import { commonHeaders, pagePolicy, workerPolicy } from './content-security';
import { relayRequest } from './network-relay';
import { openServedFolder, type ServedFile, type ServedFolder } from './served-folder';
import { shiftSourceMap, wrapModule } from './wrapped-module';

/** The folders a preview serves; nothing outside them is ever read for a request. */
export interface ServedFolders {
    /** The finished package. */
    readonly package: string;
    /** What `settings.assets.server` stands for. */
    readonly remote?: string | undefined;
    /** Source maps of the package's scripts, under the scripts' own paths plus `.map`. */
    readonly maps?: string | undefined;
    /** The page: index.html, page.css, icon.svg. */
    readonly page: string;
    /** The page's two scripts. */
    readonly scripts: string;
}

export interface PreviewServer {
    /** `http://127.0.0.1:PORT/` */
    readonly address: string;
    close(): Promise<void>;
}

export interface PreviewServerSetup {
    readonly folders: ServedFolders;
    readonly allowNetwork: boolean;
    /** 0 takes any free port. */
    readonly port: number;
    /** Read for every start of the page, so that a rebuilt package is seen on reload. */
    describe(): Promise<GameDescription>;
}

const loopback = '127.0.0.1';

/**
 * Serves a package to one page on this machine. Loopback only; the Host header must name loopback too, so that a
 * web site whose name was bent to 127.0.0.1 reads nothing.
 * @throws BuildError AMG652 if the port is taken.
 */
export async function startPreviewServer(setup: PreviewServerSetup): Promise<PreviewServer> {
    const answer = createAnswer(setup);
    const server = createServer((request, response) => {
        answer(request, response).catch((error: unknown) => {
            if (response.headersSent) response.destroy();
            else sendText(response, 500, error instanceof Error ? error.message : String(error));
        });
    });
    await listen(server, setup.port);
    const { port } = server.address() as AddressInfo;
    return { address: `http://${loopback}:${port}/`, close: () => close(server) };
}

function listen(server: Server, port: number): Promise<void> {
    return new Promise((resolve, reject) => {
        server.once('error', (error: NodeJS.ErrnoException) => {
            const problem = createProblem('AMG652', `${loopback}:${port}`, { port, reason: error.code ?? error.message });
            reject(new BuildError([problem], exitCodes.failed));
        });
        server.listen(port, loopback, resolve);
    });
}

function close(server: Server): Promise<void> {
    return new Promise((resolve) => {
        server.close(() => resolve());
        // Node 18.2 and up; before that idle connections end by their own time limit.
        (server as { closeAllConnections?: () => void }).closeAllConnections?.();
    });
}

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

function createAnswer({ folders, allowNetwork, describe }: PreviewServerSetup): Answer {
    const gamePackage = openServedFolder(folders.package);
    const maps = folders.maps === undefined ? undefined : openServedFolder(folders.maps);
    const remote = folders.remote === undefined ? undefined : openServedFolder(folders.remote);
    const page = openServedFolder(folders.page);
    const scripts = openServedFolder(folders.scripts);

    const findMap = async (path: string): Promise<ServedFile | undefined> => (await maps?.find(path)) ?? gamePackage.find(path);

    const routes: Readonly<Record<string, (rest: string, response: ServerResponse) => Promise<void>>> = {
        package: (rest, response) => sendFrom(gamePackage, rest, response),
        remote: (rest, response) => sendFrom(remote, rest, response),
        async module(rest, response) {
            const file = rest.endsWith('.js') ? await gamePackage.find(rest) : undefined;
            if (!file) return sendMissing(response);
            const map = await findMap(`${rest}.map`);
            const source = await fs.readFile(file.path, 'utf8');
            send(response, 200, 'text/javascript; charset=utf-8', wrapModule(source, map && `/map/${rest}.map`));
        },
        async map(rest, response) {
            const file = await findMap(rest);
            if (!file || !rest.endsWith('.map')) return sendMissing(response);
            send(response, 200, contentTypeOf(rest), shiftSourceMap(await fs.readFile(file.path, 'utf8')));
        },
    };

    return async (request, response) => {
        const { port } = request.socket.address() as AddressInfo;
        if (request.headers.host !== `${loopback}:${port}` && request.headers.host !== `localhost:${port}`) {
            return sendText(response, 403, 'The preview answers only to this machine.');
        }
        for (const [name, value] of Object.entries(commonHeaders)) response.setHeader(name, value);
        const path = (request.url ?? '/').replace(/[?#].*$/, '').slice(1);
        if (path === 'relay') return relayRequest(request, response, allowNetwork);
        if (request.method !== 'GET' && request.method !== 'HEAD') return sendText(response, 405, 'Only GET is answered here.');

        switch (path) {
            case '':
                response.setHeader('Content-Security-Policy', pagePolicy);
                return sendFrom(page, 'index.html', response);
            case 'page.css':
            case 'icon.svg':
                return sendFrom(page, path, response);
            case 'page.js':
                return sendFrom(scripts, path, response);
            case 'game-worker.js':
                response.setHeader('Content-Security-Policy', workerPolicy(allowNetwork));
                return sendFrom(scripts, path, response);
            case 'description':
                return send(response, 200, 'application/json; charset=utf-8', JSON.stringify(await describe()));
        }
        const slash = path.indexOf('/');
        const name = path.slice(0, Math.max(slash, 0));
        const route = Object.prototype.hasOwnProperty.call(routes, name) ? routes[name] : undefined;
        return route ? route(path.slice(slash + 1), response) : sendMissing(response);
    };
}

async function sendFrom(folder: ServedFolder | undefined, path: string, response: ServerResponse): Promise<void> {
    const file = await folder?.find(path);
    if (!file) return sendMissing(response);
    response.writeHead(200, { 'Content-Type': contentTypeOf(file.path), 'Content-Length': file.stats.size });
    await new Promise<void>((resolve, reject) => {
        createReadStream(file.path).once('error', reject).pipe(response).once('close', resolve).once('error', reject);
    });
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
    response.writeHead(status, { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body) });
    response.end(body);
}

function sendText(response: ServerResponse, status: number, text: string): void {
    send(response, status, 'text/plain; charset=utf-8', text);
}

function sendMissing(response: ServerResponse): void {
    sendText(response, 404, 'There is no such file in the served folders.');
}
