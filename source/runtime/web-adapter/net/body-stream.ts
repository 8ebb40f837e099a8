interface Chunk {
    readonly done: boolean;
    readonly value: Uint8Array | undefined;
}

/** What reads a stream; the stream is locked to it until it is released. */
export interface BodyReader {
    readonly closed: Promise<void>;
    read(): Promise<Chunk>;
    cancel(): Promise<void>;
    releaseLock(): void;
}

/**
 * The `body` of a request or an answer. The host gives bodies whole: the stream has one chunk, if any, and knows
 * `getReader` and `cancel`. No pipes: those need the classes of streams, which the host lacks.
 */
export class BodyStream {
    private state: 'whole' | 'read' | 'ended' = 'whole';
    private reader: BodyReader | undefined;

    constructor(private readonly readAll: () => Uint8Array) {
        for (const name of ['state', 'reader', 'readAll']) Object.defineProperty(this, name, { enumerable: false, writable: true });
    }

    get locked(): boolean {
        return !!this.reader;
    }

    /** Whether anything was read, or given up. */
    isDisturbed(): boolean {
        return this.state !== 'whole';
    }

    /** All bytes, for one that reads them by other means. @throws a `TypeError` where that is too late. */
    take(): Uint8Array {
        if (this.reader || this.isDisturbed()) throw new TypeError('The body was read before, or is being read');
        this.state = 'ended';
        return this.readAll();
    }

    cancel(): Promise<void> {
        if (this.reader) return Promise.reject(new TypeError('The body is being read'));
        this.state = 'ended';
        return Promise.resolve();
    }

    getReader(): BodyReader {
        if (this.reader) throw new TypeError('The body is being read');
        let close: () => void = () => undefined;
        const closed = new Promise<void>((resolve) => { close = resolve; });
        const end = (): void => {
            this.state = 'ended';
            close();
        };
        if (this.state === 'ended') close();
        const whenMine = <Result>(run: () => Result): Promise<Result> => new Promise((resolve) => {
            if (this.reader !== reader) throw new TypeError('The reader was released');
            resolve(run());
        });
        const reader: BodyReader = {
            closed,
            read: () => whenMine(() => {
                const bytes = this.state === 'whole' ? this.readAll() : new Uint8Array(0);
                this.state = 'read';
                if (bytes.length) return { done: false, value: bytes };
                end();
                return { done: true, value: undefined };
            }),
            cancel: () => whenMine(end),
            releaseLock: () => {
                if (this.reader === reader) this.reader = undefined;
            },
        };
        return this.reader = reader;
    }
}
Object.defineProperty(BodyStream.prototype, Symbol.toStringTag, { value: 'ReadableStream', configurable: true });
