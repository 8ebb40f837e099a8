import { input } from './files';
import { startGame, type BundleName, type Game } from './game';
import type { Scenario } from './names';

/** What is left of a session: requests, the cache's own account, files with their sizes. */
function describeGame({ host, manager, uncaught }: Game): object {
    return {
        requests: host.network.requests.map(({ url }) => url), statistics: manager.stats(), uncaught,
        files: host.disk.list().sort().map((path) => `${path} ${host.disk.read(path)?.length ?? 0}`),
    };
}

async function loadAll(game: Game, names: readonly BundleName[]): Promise<unknown[]> {
    const results: unknown[] = [];
    for (const name of names) {
        try {
            const { base } = await game.loadBundle(name);
            results.push(base, await game.load(input.bundles[name].uuids));
        } catch (error) {
            results.push(`failed: ${(error as Error).message}`);
        }
    }
    return results;
}

export const loadBundles: Scenario = async (profile) => {
    const names = ['far', 'zipped'] as const;
    const game = startGame(profile, names);
    const loaded = await loadAll(game, names);
    await game.clock.advance(3000);
    const first = describeGame(game);
    const next = game.next();
    next.host.network.change({ online: false });
    const offline = await loadAll(next, names);
    await next.clock.advance(3000);
    return { loaded, first, offline, second: describeGame(next) };
};

/** The N-th call of the file system is the session's last, for some N; the next session finds what is whole. */
export const killWhileCaching: Scenario = async (profile) => {
    const lives: unknown[] = [];
    for (const at of [3, 6, 9, 14]) {
        const game = startGame(profile, ['far', 'zipped']);
        game.host.faults.add({ at, group: 'files', kind: 'kill', effect: 'torn' });
        void game.loadBundle('far').then(() => game.load(input.bundles.far.uuids)).catch(() => undefined);
        void game.loadBundle('zipped').catch(() => undefined);
        await game.clock.advance(5000);
        const { alive } = game.host;
        const next = game.next();
        const loaded = await loadAll(next, ['far', 'zipped']);
        await next.clock.advance(3000);
        lives.push({ at, alive, loaded, left: describeGame(next) });
    }
    return lives;
};

export const fillQuota: Scenario = async (profile) => {
    const game = startGame(profile, ['large', 'far'], { quotaBytes: 100_000 });
    const loaded = await loadAll(game, ['large', 'far']);
    await game.clock.advance(60_000);
    const first = describeGame(game);
    const next = game.next();
    await loadAll(next, ['far', 'large']);
    await next.clock.advance(60_000);
    return { loaded: loaded.length, first, second: describeGame(next) };
};
