import { describe, expect, it } from 'vitest';
import type { SocketMessage, SocketTask } from '../../../../source/platform';
import type { HostSetup, SocketPeer } from '../../../../source/simulator/model';
import { bufferOf, createTestHost, failureOf, type TestHost } from '../answers';

const url = 'wss://game.example/room';

/** A host with a server that says back what it hears. */
function start(setup: HostSetup = {}): { host: TestHost; peers: SocketPeer[] } {
    const host = createTestHost(setup);
    const peers: SocketPeer[] = [];
    host.network.socket('wss://game.example/', (peer) => {
        peers.push(peer);
        peer.onMessage = (data) => peer.send(data);
    });
    return { host, peers };
}

async function openTask(host: TestHost): Promise<{ task: SocketTask; messages: SocketMessage[]; heard: unknown[] }> {
    const task = host.my.connectSocket({ url, multiple: true })!;
    const messages: SocketMessage[] = [];
    const heard: unknown[] = [];
    task.onOpen(() => heard.push('open'));
    task.onMessage((message) => messages.push(message));
    task.onError(({ error }) => heard.push(['error', error]));
    task.onClose((close) => heard.push(['close', close]));
    await host.clock.advance(10);
    return { task, messages, heard };
}

describe('socket tasks (platform facts 3.5)', () => {
    it('multiple: true gives a task; text goes there and back', async () => {
        const { host } = start();
        const { task, messages, heard } = await openTask(host);
        task.send({ data: 'hello' });
        await host.clock.advance(10);
        expect(heard).toEqual(['open']);
        expect(messages).toEqual([{ data: { data: 'hello', isBuffer: false } }]);
    });

    it('binary is base64 with isBuffer, both ways', async () => {
        const { host, peers } = start();
        const { task, messages } = await openTask(host);
        const received: unknown[] = [];
        peers[0]!.onMessage = (data) => received.push(data);
        task.send({ data: 'AP8=', isBuffer: true });
        peers[0]!.send(Uint8Array.from([251, 255]));
        await host.clock.advance(10);
        expect(received).toEqual([Uint8Array.from([0, 255])]);
        expect(messages).toEqual([{ data: { data: '+/8=', isBuffer: true } }]);
    });

    it('base64 may be URL-safe without padding, as Egret reads it', async () => {
        const { host, peers } = start({ switches: { socketBase64: 'url-safe' } });
        const { messages } = await openTask(host);
        peers[0]!.send(Uint8Array.from([251, 255]));
        await host.clock.advance(10);
        expect(messages).toEqual([{ data: { data: '-_8', isBuffer: true } }]);
    });

    it('a message may be flat', async () => {
        const { host, peers } = start({ switches: { socketTaskMessages: 'flat' } });
        const { messages } = await openTask(host);
        peers[0]!.send('x');
        await host.clock.advance(10);
        expect(messages).toEqual([{ data: 'x', isBuffer: false }]);
    });

    it('sends an ArrayBuffer, and refuses a typed array', async () => {
        const { host } = start();
        const { task, messages } = await openTask(host);
        task.send({ data: bufferOf(1, 2) });
        expect(await failureOf(host, (callbacks) => task.send({ data: Uint8Array.from([1]) as unknown as ArrayBuffer, ...callbacks }))).toMatchObject({ error: 2 });
        await host.clock.advance(10);
        expect(messages).toEqual([{ data: { data: 'AQI=', isBuffer: true } }]);
    });

    it('closes from either side, with code and reason', async () => {
        const { host, peers } = start();
        const own = await openTask(host);
        own.task.close({ code: 4001, reason: 'bye' });
        const other = await openTask(host);
        peers[1]!.close(4002, 'full');
        await host.clock.advance(10);
        expect(own.heard).toEqual(['open', ['close', { code: 4001, reason: 'bye' }]]);
        expect(other.heard).toEqual(['open', ['close', { code: 4002, reason: 'full' }]]);
        expect(await failureOf(host, (callbacks) => own.task.send({ data: 'x', ...callbacks }))).toMatchObject({ error: 3 });
    });

    it('a lost connection is an error, then a close with 1006', async () => {
        const { host, peers } = start();
        const { heard } = await openTask(host);
        peers[0]!.drop();
        await host.clock.advance(10);
        expect(heard).toEqual(['open', ['error', 12], ['close', { code: 1006, reason: '' }]]);
    });

    it('a server that is not there is an error and a close', async () => {
        const { host } = start();
        const task = host.my.connectSocket({ url: 'wss://nowhere.example/', multiple: true })!;
        const heard: string[] = [];
        task.onError(() => heard.push('error'));
        task.onClose(() => heard.push('close'));
        await host.clock.advance(10);
        expect(heard).toEqual(['error', 'close']);
    });

    it('off* stops the events', async () => {
        const { host, peers } = start();
        const { task, messages } = await openTask(host);
        task.offMessage?.();
        peers[0]!.send('x');
        await host.clock.advance(10);
        expect(messages).toEqual([]);
    });

    it('only wss (error 20), at most 5 at once', async () => {
        const { host } = start();
        expect(await failureOf(host, (callbacks) => host.my.connectSocket({ url: 'ws://game.example/', multiple: true, ...callbacks }))).toMatchObject({ error: 20 });
        for (let index = 0; index < 5; index++) host.my.connectSocket({ url, multiple: true });
        expect(await failureOf(host, (callbacks) => host.my.connectSocket({ url, multiple: true, ...callbacks }))).toMatchObject({ error: 3 });
    });
});

describe('the global socket (platform facts 3.5)', () => {
    it('without multiple there is no task, and events come through my.onSocket…', async () => {
        const { host } = start();
        const { my } = host;
        const heard: unknown[] = [];
        my.onSocketOpen?.(() => heard.push('open'));
        my.onSocketMessage?.((message) => heard.push(message));
        my.onSocketClose?.(() => heard.push('close'));
        expect(my.connectSocket({ url })).toBeUndefined();
        await host.clock.advance(10);
        my.sendSocketMessage?.({ data: 'x' });
        await host.clock.advance(10);
        my.closeSocket?.();
        await host.clock.advance(10);
        expect(heard).toEqual(['open', { data: 'x', isBuffer: false }, 'close']);
    });

    it('its messages may be nested, as Egret reads them', async () => {
        const { host, peers } = start({ switches: { globalSocketMessages: 'nested' } });
        const heard: unknown[] = [];
        host.my.onSocketMessage?.((message) => heard.push(message));
        host.my.connectSocket({ url });
        await host.clock.advance(10);
        peers[0]!.send('x');
        await host.clock.advance(10);
        expect(heard).toEqual([{ data: { data: 'x', isBuffer: false } }]);
    });

    it('a second connect without closeSocket fails with 3', async () => {
        const { host } = start();
        host.my.connectSocket({ url });
        expect(await failureOf(host, (callbacks) => host.my.connectSocket({ url, ...callbacks }))).toMatchObject({ error: 3 });
        host.my.closeSocket?.();
        await host.clock.advance(10);
        let connected = false;
        host.my.connectSocket({ url, success: () => { connected = true; } });
        await host.clock.advance(10);
        expect(connected).toBe(true);
    });
});
