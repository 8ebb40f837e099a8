import type { AudioOutput, AudioVoice } from '../../model';
import type { GameMessage, PageMessage } from '../../protocol';

type SoundMessage = Extract<GameMessage, { type: 'sound' }>;
type SoundAnswer = Extract<PageMessage, { type: 'sound' }>;

export interface PageSounds {
    readonly output: AudioOutput;
    /** Takes the page's answer to a `load`. */
    receive(answer: SoundAnswer): void;
}

/** Plays the game's sounds on the page, by messages: a Worker has no Web Audio. */
export function createPageSounds(send: (message: SoundMessage, transfer?: Transferable[]) => void): PageSounds {
    const loading = new Map<number, { resolve(voice: AudioVoice): void; reject(error: Error): void }>();
    let lastId = 0;
    return {
        output: (bytes) => new Promise((resolve, reject) => {
            const id = ++lastId;
            loading.set(id, { resolve, reject });
            const copy = bytes.slice().buffer;
            send({ type: 'sound', id, command: 'load', bytes: copy }, [copy]);
        }),
        receive(answer) {
            const waiting = loading.get(answer.id);
            loading.delete(answer.id);
            if (answer.event === 'failed') return waiting?.reject(new Error(answer.message));
            const { id, duration } = answer;
            waiting?.resolve({
                duration,
                play: (offset, { loop, volume, rate }) => send({ type: 'sound', id, command: 'play', offset, loop, volume, rate }),
                change: ({ loop, volume, rate }) => send({ type: 'sound', id, command: 'change', loop, volume, rate }),
                stop: () => send({ type: 'sound', id, command: 'stop' }),
            });
        },
    };
}
