import { limits, networkErrors, type HostSwitches } from '../../../platform';
import type { ConnectSocketOptions, My, MyFailure, SocketClose, SocketData, SocketMessage, SocketTask } from '../../../platform/my';
import { fail, succeed, type Bridge } from '../bridge';
import { decodeBase64, encodeBase64 } from '../files/encoding';
import { createListenerList, type ListenerList } from '../listeners';
import type { HostNetwork, SocketPeer } from './network';

type SocketCalls = Required<Pick<My,
    'connectSocket' | 'sendSocketMessage' | 'closeSocket' | 'onSocketOpen' | 'offSocketOpen' | 'onSocketMessage' | 'offSocketMessage'
    | 'onSocketError' | 'offSocketError' | 'onSocketClose' | 'offSocketClose'>>;

interface SocketEvents {
    readonly open: ListenerList<object>;
    readonly message: ListenerList<SocketMessage>;
    readonly error: ListenerList<MyFailure>;
    readonly close: ListenerList<SocketClose>;
}

/** One connection, its events in the shape of its owner: a task, or the global socket. */
class Connection {
    state: 'connecting' | 'open' | 'closed' = 'connecting';
    private peer: SocketPeer | undefined;

    constructor(
        private readonly bridge: Bridge,
        private readonly network: HostNetwork,
        private readonly events: SocketEvents,
        private readonly shapeMessage: (data: string | Uint8Array) => SocketMessage,
        private readonly onClosed: () => void,
    ) {}

    open({ url, protocols = [] }: ConnectSocketOptions): void {
        this.later(() => {
            if (this.state !== 'connecting') return;
            const handler = this.network.conditions.online ? this.network.findSocket(url) : undefined;
            if (!handler) {
                this.fail('the socket could not connect');
                return;
            }
            this.state = 'open';
            this.peer = {
                url, protocols, onMessage: undefined, onClose: undefined,
                send: (data) => this.later(() => { if (this.state === 'open') this.events.message.emit(this.shapeMessage(data)); }),
                close: (code = 1000, reason = '') => this.later(() => this.close(code, reason, false)),
                drop: () => this.later(() => {
                    if (this.state === 'closed') return;
                    this.fail('the connection was lost');
                }),
            };
            // The server's own first message comes after the open event.
            this.events.open.emit({ header: {} });
            handler(this.peer);
        });
    }

    send(data: string | Uint8Array): void {
        this.later(() => this.peer?.onMessage?.(data));
    }

    /** @param tellPeer whether the game closed it. */
    close(code: number, reason: string, tellPeer: boolean): void {
        if (this.state === 'closed') return;
        this.state = 'closed';
        this.onClosed();
        if (tellPeer) this.peer?.onClose?.(code, reason);
        this.events.close.emit({ code, reason });
    }

    private fail(errorMessage: string): void {
        this.state = 'closed';
        this.onClosed();
        this.peer?.onClose?.(1006, '');
        this.events.error.emit({ error: networkErrors.offline, errorMessage });
        this.events.close.emit({ code: 1006, reason: '' });
    }

    private later(action: () => void): void {
        this.bridge.life.schedule(action, this.network.conditions.latencyMs);
    }
}

/** Sockets of platform facts 3.5: tasks with `multiple: true`, else one global socket. */
export function createSocketCalls(bridge: Bridge, network: HostNetwork, switches: HostSwitches): SocketCalls {
    const { life } = bridge;
    const open = new Set<Connection>();
    const globalEvents = createEvents(bridge);
    let globalConnection: Connection | undefined;

    const shape = (data: string | Uint8Array, style: 'nested' | 'flat'): SocketMessage => {
        const flat: SocketData = typeof data === 'string' ? { data, isBuffer: false } : { data: toBase64(data, switches.socketBase64), isBuffer: true };
        return style === 'nested' ? { data: flat } : flat;
    };
    const connect = (events: SocketEvents, style: 'nested' | 'flat', options: ConnectSocketOptions): Connection => {
        const connection = new Connection(bridge, network, events, (data) => shape(data, style), () => { open.delete(connection); });
        open.add(connection);
        connection.open(options);
        return connection;
    };
    const send = (connection: () => Connection | undefined, api: string, options: Parameters<SocketTask['send']>[0]): void => {
        bridge.call(options, {
            api, group: 'network',
            work: () => {
                const target = connection();
                if (target?.state !== 'open') return fail(networkErrors.unknown, `${api}: the socket is not open`);
                const { data, isBuffer = false } = options;
                if (typeof data !== 'string') {
                    if (Object.prototype.toString.call(data) !== '[object ArrayBuffer]') return fail(networkErrors.badParameter, `${api}: data is neither a string nor an ArrayBuffer`);
                    target.send(new Uint8Array(data.slice(0)));
                } else {
                    target.send(isBuffer ? decodeBase64(data) : data);
                }
                return succeed({});
            },
        });
    };

    const createTask = (options: ConnectSocketOptions): SocketTask => {
        const events = createEvents(bridge);
        const connection = connect(events, switches.socketTaskMessages, options);
        return {
            send: (message) => send(() => connection, 'SocketTask.send', message),
            close: (closing) => bridge.call(closing, {
                api: 'SocketTask.close', group: 'network', target: options.url,
                work: () => {
                    connection.close(closing?.code ?? 1000, closing?.reason ?? '', true);
                    return succeed({});
                },
            }),
            onOpen: events.open.add, onMessage: events.message.add, onError: events.error.add, onClose: events.close.add,
            offOpen: (listener) => events.open.remove(listener as undefined),
            offMessage: (listener) => events.message.remove(listener as undefined),
            offError: (listener) => events.error.remove(listener as undefined),
            offClose: (listener) => events.close.remove(listener as undefined),
        };
    };

    const subscribe = (api: string, change: () => void): void => bridge.subscribe(api, 'network', change);
    return {
        connectSocket(options) {
            let task: SocketTask | undefined;
            bridge.callSlow(options, { api: 'connectSocket', group: 'network', target: String(options.url) }, (settle) => {
                const refuse = (error: number, message: string): void => { life.schedule(() => settle(fail(error, `connectSocket: ${message}`)), 0); };
                if (!/^wss?:\/\//i.test(String(options.url))) { refuse(networkErrors.badParameter, 'bad url'); return; }
                if (/^ws:/i.test(options.url)) { refuse(networkErrors.insecureUrl, 'only wss is allowed'); return; }
                if (open.size >= limits.sockets) { refuse(networkErrors.unknown, `at most ${limits.sockets} sockets`); return; }
                if (options.multiple === true) {
                    task = createTask(options);
                } else {
                    if (globalConnection && globalConnection.state !== 'closed') { refuse(networkErrors.unknown, 'a socket is open already'); return; }
                    globalConnection = connect(globalEvents, switches.globalSocketMessages, options);
                }
                life.schedule(() => settle(succeed({})), 0);
            });
            return task;
        },
        sendSocketMessage: (options) => send(() => globalConnection, 'sendSocketMessage', options),
        closeSocket: (options) => bridge.call(options, {
            api: 'closeSocket', group: 'network',
            work: () => {
                globalConnection?.close(1000, '', true);
                return succeed({});
            },
        }),
        onSocketOpen: (listener) => subscribe('onSocketOpen', () => globalEvents.open.add(listener)),
        offSocketOpen: (listener) => subscribe('offSocketOpen', () => globalEvents.open.remove(listener)),
        onSocketMessage: (listener) => subscribe('onSocketMessage', () => globalEvents.message.add(listener)),
        offSocketMessage: (listener) => subscribe('offSocketMessage', () => globalEvents.message.remove(listener)),
        onSocketError: (listener) => subscribe('onSocketError', () => globalEvents.error.add(listener)),
        offSocketError: (listener) => subscribe('offSocketError', () => globalEvents.error.remove(listener)),
        onSocketClose: (listener) => subscribe('onSocketClose', () => globalEvents.close.add(listener)),
        offSocketClose: (listener) => subscribe('offSocketClose', () => globalEvents.close.remove(listener)),
    };
}

function createEvents({ life }: Bridge): SocketEvents {
    return { open: createListenerList(life), message: createListenerList(life), error: createListenerList(life), close: createListenerList(life) };
}

function toBase64(bytes: Uint8Array, alphabet: HostSwitches['socketBase64']): string {
    const text = encodeBase64(bytes);
    return alphabet === 'standard' ? text : text.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}
