import { describe, expect, it } from 'vitest';
import { HostNetwork, type SocketPeer } from '../../../source/simulator/model';
import type { HostSwitches } from '../../../source/platform';
import { installAdapter } from './installed';

function connect(switches: Partial<HostSwitches> = {}, without: readonly string[] = []) {
    const network = new HostNetwork({ latencyMs: 5 });
    const peers: SocketPeer[] = [];
    const received: (string | Uint8Array)[] = [];
    network.socket('wss://a.example/', (peer) => {
        peers.push(peer);
        peer.onMessage = (data) => received.push(data);
    });
    const installed = installAdapter({ network, switches, without });
    const open = (url: string, protocols?: string) => {
        const socket = new installed.window['WebSocket'](url, protocols);
        socket.binaryType = 'arraybuffer';
        const log: unknown[] = [];
        socket.onopen = () => log.push('open');
        socket.onmessage = ({ data }: { data: unknown }) => log.push(typeof data === 'string' ? data : Array.from(new Uint8Array(data as ArrayBuffer)));
        socket.onerror = () => log.push('error');
        socket.onclose = ({ code, reason, wasClean }: Record<string, unknown>) => log.push({ code, reason, wasClean });
        return { socket, log };
    };
    return { ...installed, network, peers, received, open };
}

describe('WebSocket (platform facts 3.5)', () => {
    it.each(['nested', 'flat'] as const)('carries text and bytes both ways, messages %s', async (socketTaskMessages) => {
        for (const socketBase64 of ['standard', 'url-safe'] as const) {
            const { open, clock, peers, received } = connect({ socketTaskMessages, socketBase64 });
            const { socket, log } = open('wss://a.example/');
            expect(socket.readyState).toBe(0);
            await clock.advance(20);
            expect(socket.readyState).toBe(1);
            socket.send('grüß');
            socket.send(new Uint8Array([1, 2, 251, 255, 254]).subarray(1));
            socket.send(new Uint16Array([258]).buffer);
            socket.send(new DataView(new Uint8Array([9, 8]).buffer, 1));
            expect(socket.bufferedAmount).toBe(6 + 4 + 2 + 1);
            await clock.advance(20);
            expect(socket.bufferedAmount).toBe(0);
            expect(received.map((data) => typeof data === 'string' ? data : Array.from(data))).toEqual(['grüß', [2, 251, 255, 254], [2, 1], [8]]);
            peers[0]!.send('text');
            peers[0]!.send(new Uint8Array([251, 255, 254, 0]));
            await clock.advance(20);
            expect(log).toEqual(['open', 'text', [251, 255, 254, 0]]);
        }
    });

    it('tells a failure that the host answers with during the call, and reads base64 with line breaks', async () => {
        const { clock, window, host } = connect();
        const { connectSocket } = host.my;
        let listener: ((message: unknown) => void) | undefined;
        host.my.connectSocket = (options) => {
            if (options.url === 'wss://a.example/none') options.fail!({ error: 3, errorMessage: 'no' } as never);
            const task = connectSocket.call(host.my, options)!;
            const { onMessage } = task;
            task.onMessage = (given) => onMessage.call(task, listener = given as never);
            return task;
        };
        const failed = new window['WebSocket']('wss://a.example/none');
        const told: number[] = [];
        failed.onclose = ({ code }: { code: number }) => told.push(code);
        const socket = new window['WebSocket']('wss://a.example/');
        socket.binaryType = 'arraybuffer';
        socket.onmessage = ({ data }: { data: ArrayBuffer }) => told.push(...new Uint8Array(data));
        await clock.advance(20);
        listener!({ data: { data: 'AQID\nBAU=\n', isBuffer: true } });
        expect(told).toEqual([1006, 1, 2, 3, 4, 5]);
    });

    it('tells close codes of either side', async () => {
        const { open, clock, peers } = connect();
        const first = open('wss://a.example/');
        await clock.advance(20);
        peers[0]!.close(4001, 'over');
        await clock.advance(20);
        expect(first.log).toEqual(['open', { code: 4001, reason: 'over', wasClean: true }]);
        const second = open('wss://a.example/');
        await clock.advance(20);
        second.socket.close(3000, 'bye');
        expect(second.socket.readyState).toBe(2);
        second.socket.close();
        await clock.advance(20);
        expect(second.log).toEqual(['open', { code: 3000, reason: 'bye', wasClean: true }]);
        expect(second.socket.readyState).toBe(3);
    });

    it.each(['wss://nowhere.example/', 'ws://a.example/'])('ends with error and close when it cannot connect to %s', async (url) => {
        const { open, clock } = connect();
        const { socket, log } = open(url);
        await clock.advance(100);
        expect(log).toEqual(['error', { code: 1006, reason: '', wasClean: false }]);
        expect(socket.readyState).toBe(3);
    });

    it('ends when the connection is lost', async () => {
        const { open, clock, peers } = connect();
        const { log } = open('wss://a.example/');
        await clock.advance(20);
        peers[0]!.drop();
        await clock.advance(20);
        expect(log).toEqual(['open', 'error', { code: 1006, reason: '', wasClean: false }]);
    });

    it('closes while connecting as a browser does', async () => {
        const { open, clock } = connect();
        const { socket, log } = open('wss://a.example/');
        socket.close();
        await clock.advance(100);
        expect(log).toEqual(['error', { code: 1006, reason: '', wasClean: false }]);
    });

    it('refuses what the standard refuses', async () => {
        const { window, open, clock } = connect();
        expect(() => new window['WebSocket']('ftp://a.example/')).toThrow(expect.objectContaining({ name: 'SyntaxError' }));
        const { socket } = open('wss://a.example/');
        expect(() => socket.send('x')).toThrow(expect.objectContaining({ name: 'InvalidStateError' }));
        await clock.advance(20);
        expect(() => socket.close(1001)).toThrow(expect.objectContaining({ name: 'InvalidAccessError' }));
        expect(() => socket.close(1000, 'é'.repeat(62))).toThrow(expect.objectContaining({ name: 'SyntaxError' }));
        socket.close();
        socket.send('ignored');
        expect(socket.bufferedAmount).toBe(7);
        expect([window['WebSocket'].OPEN, socket.CLOSED]).toEqual([1, 3]);
    });

    it.each(['nested', 'flat'] as const)('uses the one global socket of a host that gives no task, messages %s', async (globalSocketMessages) => {
        const { open, clock, peers, received, host: { my } } = connect({ globalSocketMessages });
        const connectSocket = my.connectSocket;
        my.connectSocket = (options) => connectSocket.call(my, { ...options, multiple: false });
        const { socket, log } = open('wss://a.example/');
        await clock.advance(20);
        socket.send('a');
        socket.send(new Uint8Array([5]));
        peers[0]!.send('b');
        peers[0]!.send(new Uint8Array([6]));
        await clock.advance(20);
        expect(received.map((data) => typeof data === 'string' ? data : Array.from(data))).toEqual(['a', [5]]);
        socket.close();
        await clock.advance(20);
        expect(log).toEqual(['open', 'b', [6], { code: 1000, reason: '', wasClean: true }]);
    });

    it('opens two sockets at once: each is a task of its own', async () => {
        const { open, clock, peers } = connect();
        const sockets = [open('wss://a.example/1'), open('wss://a.example/2')];
        await clock.advance(20);
        peers[1]!.send('to the second');
        await clock.advance(20);
        expect(sockets.map(({ log }) => log)).toEqual([['open'], ['open', 'to the second']]);
    });

    it.each([[{ headers: {} }], ['a b'], [''], [['a', 'a']], [['a', 'é']], [['a', '']]])('refuses %j as protocols, and asks the host for nothing', (protocols) => {
        const { window, host } = connect();
        expect(() => new window['WebSocket']('wss://a.example/', protocols)).toThrow(expect.objectContaining({ name: 'SyntaxError', code: 12 }));
        expect(host.calls.records.filter(({ api }) => api === 'connectSocket')).toEqual([]);
    });

    it('hands the host what it offers, and tells what was chosen', async () => {
        const { window, clock, host, peers } = connect();
        const { connectSocket } = host.my;
        const one = new window['WebSocket']('HTTPS://a.example/x y', new Set(['mqtt']));
        expect([one.url, one.protocol]).toEqual(['wss://a.example/x%20y', '']);
        host.my.connectSocket = (options) => {
            const task = connectSocket.call(host.my, options)!;
            const { onOpen } = task;
            task.onOpen = (given) => onOpen.call(task, () => given({ header: { 'Sec-Websocket-Protocol': 'v2' } }));
            return task;
        };
        const two = new window['WebSocket']('wss://a.example/', ['v1', 'v2']);
        await clock.advance(20);
        expect(peers.map(({ protocols }) => protocols)).toEqual([['mqtt'], ['v1', 'v2']]);
        expect([one.protocol, two.protocol]).toEqual(['mqtt', 'v2']);
    });

    it('sends blobs, and gives messages as blobs when asked', async () => {
        const { window, open, clock, peers, received } = connect();
        const { socket } = open('wss://a.example/');
        socket.binaryType = 'nonsense';
        expect(socket.binaryType).toBe('arraybuffer');
        socket.binaryType = 'blob';
        const blobs: { size: number; text(): Promise<string> }[] = [];
        socket.onmessage = ({ data }: { data: typeof blobs[0] }) => blobs.push(data);
        await clock.advance(20);
        socket.send(new window['Blob'](['grüß']));
        peers[0]!.send(new Uint8Array([97, 98]));
        await clock.advance(20);
        expect(received.map((data) => Buffer.from(data).toString())).toEqual(['grüß']);
        expect(blobs[0]).toBeInstanceOf(window['Blob']);
        await expect(blobs[0]!.text()).resolves.toBe('ab');
    });

    it('has buffers for bytes until a game asks for blobs', () => {
        expect(new (connect().window['WebSocket'])('wss://a.example/').binaryType).toBe('arraybuffer');
    });
});
