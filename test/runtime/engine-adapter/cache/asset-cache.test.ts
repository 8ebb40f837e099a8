import { describe, expect, it } from 'vitest';
import { contentOf, filesIn, folder, openSession, type Session } from './session';

const urls = (count: number, prefix = 'https://game.test/remote/main/native/'): string[] => Array.from({ length: count }, (_, i) => `${prefix}${i}.bin`);

async function started(setup?: Parameters<typeof openSession>[0]): Promise<Session> {
    const session = openSession(setup);
    await session.clock.until(session.cache.start());
    return session;
}

async function loadAll(session: Session, list: readonly string[], bytes = 100): Promise<void> {
    for (const url of list) if (!session.server.has(url)) session.server.set(url, contentOf(url, 1, bytes));
    await session.clock.until(Promise.all(list.map((url) => session.load(url))));
    await session.rest();
}

describe('the cache', () => {
    it('holds in the next session what was loaded in this one', async () => {
        const first = await started();
        await loadAll(first, urls(50));
        const second = first.restart();
        await second.clock.until(second.cache.start());
        for (const url of urls(50)) expect(second.cache.peek(url)?.bytes).toBe(100);
        expect(await second.clock.until(second.load(urls(50)[7]!))).toBe(first.server.get(urls(50)[7]!));
        await second.rest();
        expect(filesIn(second.host.disk).length).toBe(51);
        expect(second.cache.statistics()).toMatchObject({ files: 50, hits: 1, queued: 0 });
        expect(folder).toBe('/usr/data/gamecaches');
    });
});
