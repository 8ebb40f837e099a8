import type { Frames } from './types';

/** The engine's names for what `my` calls an inner audio context. */
export interface EngineAudio {
    src: string;
    volume: number;
    readonly currentTime: number;
    play(): void;
    pause(): void;
    stop(): void;
    destroy(): void;
    onPlay(listener: () => void): void;
    onPause(listener: () => void): void;
    onStop(listener: () => void): void;
    onEnded(listener: () => void): void;
    onError(listener: (failure: unknown) => void): void;
    offError(listener: (failure: unknown) => void): void;
    onCanPlay?(listener: () => void): void;
    offCanPlay?(listener: () => void): void;
    onCanplay?(listener: () => void): void;
    offCanplay?(listener: () => void): void;
}

/**
 * Makes audio as the engine's Alipay layer does: it replaces `onPlay` and `onPause` of the context by its own and calls
 * them after its own `play` and `pause` only, so a pause by the host is never told.
 */
export function createEngineAudio(createNative: () => object, frames: Frames): EngineAudio {
    const audio = createNative() as EngineAudio;
    for (const [command, event] of [['play', 'onPlay'], ['pause', 'onPause']] as const) {
        const native = audio[command];
        let told: (() => void) | undefined;
        Object.defineProperty(audio, event, { configurable: true, value: (listener: () => void) => { told = listener; } });
        Object.defineProperty(audio, command, {
            configurable: true,
            value: () => {
                native.call(audio);
                if (told) frames.setTimeout(told, 0);
            },
        });
    }
    if (audio.onCanPlay) {
        audio.onCanplay = audio.onCanPlay.bind(audio);
        delete audio.onCanPlay;
    }
    if (audio.offCanPlay) {
        audio.offCanplay = audio.offCanPlay.bind(audio);
        delete audio.offCanPlay;
    }
    return audio;
}

export type AudioState = 'init' | 'playing' | 'paused' | 'stopped';

/** A player as `AudioPlayer.load` gives it; its state is what the engine was told. */
export interface AudioPlayer {
    readonly src: string;
    readonly state: AudioState;
    readonly duration: number;
    readonly type: number;
    play(): void;
    pause(): void;
    stop(): void;
    destroy(): void;
}

export interface AudioPlayerClass {
    maxAudioChannel: number;
    load(url: string, options?: object): Promise<AudioPlayer>;
    loadOneShotAudio(url: string, volume: number, options?: object): Promise<{ play(): void; stop(): void; readonly src: string }>;
}

/** How long the engine waits for `onCanplay` before it takes the sound as loaded, in milliseconds. */
const patience = 8000;

export function createAudioPlayerClass(createNative: () => object, frames: Frames): AudioPlayerClass {
    const loadNative = (url: string): Promise<EngineAudio> => new Promise((resolve, reject) => {
        const audio = createEngineAudio(createNative, frames);
        const settle = (run: () => void): void => {
            audio.offCanplay?.(ready);
            audio.offError(failed);
            frames.clearTimeout(timer);
            run();
        };
        const ready = (): void => settle(() => resolve(audio));
        const failed = (failure: unknown): void => settle(() => reject(new Error(JSON.stringify(failure))));
        const timer = frames.setTimeout(ready, patience);
        // The engine calls both without looking: a context without `onCanPlay` throws here on a real device too.
        if (audio.onCanplay) audio.onCanplay(ready);
        audio.onError(failed);
        audio.src = url;
    });
    return {
        maxAudioChannel: 10,
        async load(url) {
            const audio = await loadNative(url);
            let state: AudioState = 'init';
            audio.onPlay(() => { state = 'playing'; });
            audio.onPause(() => { state = 'paused'; });
            audio.onStop(() => { state = 'stopped'; });
            audio.onEnded(() => { state = 'init'; });
            return {
                get src() { return audio.src; },
                get state() { return state; },
                duration: 0,
                type: 2,
                play: () => audio.play(),
                pause: () => audio.pause(),
                stop: () => audio.stop(),
                destroy: () => audio.destroy(),
            };
        },
        async loadOneShotAudio(url, volume) {
            const audio = await loadNative(url);
            audio.volume = volume;
            return { play: () => audio.play(), stop: () => audio.stop(), get src() { return audio.src; } };
        },
    };
}
