import { outcome, type Script } from './script';

/* Signals and sockets. See scripts.ts. */

/** Signals by time and of many, and what a text encoder writes into a room. */
export const signals: Script = async (scope, texts: readonly (readonly [string, number])[]) => {
    const { AbortController, AbortSignal, DOMException, TextEncoder } = scope;
    const log: unknown[] = [];
    const late = AbortSignal.timeout(20);
    log.push(late.aborted, await new Promise((resolve) => late.addEventListener('abort',
        () => resolve([late.reason.name, late.reason instanceof DOMException, late.aborted]))), outcome(() => late.throwIfAborted()));
    log.push(AbortSignal.abort().reason.name, AbortSignal.abort(5).reason, outcome(() => AbortSignal.timeout(-1)),
        outcome(() => AbortSignal.abort('x').throwIfAborted()), outcome(() => new AbortController().signal.throwIfAborted()));
    const [one, two] = [new AbortController(), new AbortController()];
    const any = AbortSignal.any([one.signal, two.signal]);
    let told = 0;
    any.onabort = () => { told++; };
    log.push(any.aborted);
    two.abort('second');
    one.abort('first');
    log.push(any.aborted, any.reason, told, AbortSignal.any([]).aborted, AbortSignal.any([one.signal, two.signal]).reason);
    for (const [text, length] of texts) {
        const room = new Uint8Array(length);
        const { read, written } = new TextEncoder().encodeInto(text, room);
        log.push([read, written, Array.from(room)]);
    }
    return log;
};

/** Addresses and protocols that a socket takes; none of these is reached. */
export const socketAddresses: Script = (scope, cases: readonly (readonly [unknown, unknown?])[]) => cases.map((values) => outcome(() => {
    const socket = new scope.WebSocket(...values);
    const log = [socket.url, socket.readyState, socket.bufferedAmount, socket.extensions, socket.protocol];
    socket.binaryType = 'blob';
    log.push(socket.binaryType);
    socket.binaryType = 'nonsense';
    log.push(socket.binaryType);
    socket.binaryType = 'arraybuffer';
    log.push(socket.binaryType, outcome(() => socket.send('x')));
    for (const close of [[1001], [999], [2999], [5000], [-1], ['x'], [1e9], [NaN], [1000, 'é'.repeat(62)], [3000,
        'ok']]) log.push(outcome(() => socket.close(...close)), socket.readyState);
    log.push(outcome(() => socket.send('ab')), socket.bufferedAmount);
    return log;
}));
