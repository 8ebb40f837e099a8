import type { Answers, GameMessage, PageMessage, Question, StartMessage } from '../protocol';

/** One run of the game: a Worker that lives until `end`. */
export interface GameConnection {
    send(message: PageMessage): void;
    /** Rejects when the game has ended or the Worker could not answer. */
    ask<Kind extends Question['ask']>(question: Extract<Question, { ask: Kind }>): Promise<Answers[Kind]>;
    end(): void;
}

interface Waiting {
    resolve(value: unknown): void;
    reject(error: Error): void;
}

/** Starts the game in a new Worker, with the canvas handed over to it for good. */
export function startGame(start: StartMessage, canvas: HTMLCanvasElement, receive: (message: GameMessage) => void): GameConnection {
    const worker = new Worker('/game-worker.js');
    const screen = canvas.transferControlToOffscreen();
    const waiting = new Map<number, Waiting>();
    let lastQuestion = 0;

    worker.onmessage = ({ data }: MessageEvent<GameMessage>) => {
        if (data.type !== 'answer') return receive(data);
        const asked = waiting.get(data.id);
        waiting.delete(data.id);
        if (data.error === undefined) asked?.resolve(data.value);
        else asked?.reject(new Error(data.error));
    };
    // Errors of the game are caught inside; what comes here is the Worker itself failing to load.
    worker.onerror = (event) => receive({ type: 'failure', failure: { kind: 'uncaught', message: event.message || 'The game\'s Worker could not be loaded.', stack: `${event.filename}:${event.lineno}:${event.colno}` } });
    worker.postMessage({ ...start, canvas: screen }, [screen]);

    return {
        send: (message) => worker.postMessage(message),
        ask: (question) => new Promise((resolve, reject) => {
            const id = ++lastQuestion;
            waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
            worker.postMessage({ type: 'question', id, question } satisfies PageMessage);
        }),
        end() {
            worker.terminate();
            for (const { reject } of waiting.values()) reject(new Error('The game has ended.'));
            waiting.clear();
        },
    };
}
