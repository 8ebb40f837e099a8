import type { Frames } from './types';

/** The engine's names for what `my` calls an inner audio context. */
export interface EngineAudio {
    src: string;
    volume: number;
    loop: boolean;
    readonly currentTime: number;
    readonly duration: number;
    seek(seconds: number): void;
    play(): void;
    pause(): void;
    stop(): void;
    destroy(): void;
    onPlay(listener: () => void): void;
    onPause(listener: () => void): void;
    onStop(listener: () => void): void;
    onEnded(listener: () => void): void;
    onSeeked(listener: () => void): void;
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

export type AudioState = 'init' | 'playing' | 'paused' | 'stopped' | 'interrupted';

/** A player as `AudioPlayer.load` gives it; its state is what the engine was told. */
export interface AudioPlayer {
    readonly src: string;
    readonly state: AudioState;
    readonly duration: number;
    readonly currentTime: number;
    readonly type: number;
    loop: boolean;
    /** They settle when the engine was told that it is so. */
    play(): Promise<void>;
    pause(): Promise<void>;
    stop(): Promise<void>;
    seek(seconds: number): Promise<void>;
    destroy(): void;
}

export interface AudioPlayerClass {
    maxAudioChannel: number;
    /** What the engine does when the game goes and comes. */
    hide(): void;
    show(): void;
    load(url: string, options?: object): Promise<AudioPlayer>;
    loadOneShotAudio(url: string, volume: number, options?: object): Promise<{ play(): void; stop(): void; readonly src: string; readonly ended: boolean }>;
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
    const shown = new Map<object, { hide(): void; show(): void }>();
    return {
        hide: () => { for (const one of shown.values()) one.hide(); },
        show: () => { for (const one of shown.values()) one.show(); },
        maxAudioChannel: 10,
        async load(url) {
            const audio = await loadNative(url);
            let state: AudioState = 'init';
            let waiting: { readonly event: string; readonly done: () => void }[] = [];
            /** Where to begin: what was sought while it did not play. */
            let sought: number | undefined;
            const told = (event: string, next?: AudioState): void => {
                if (next) state = next;
                const now = waiting.filter((one) => one.event === event);
                waiting = waiting.filter((one) => one.event !== event);
                for (const { done } of now) done();
            };
            const until = (event: string, command: () => void): Promise<void> => new Promise((done) => {
                waiting.push({ event, done });
                command();
            });
            /** One thing after the other, as in the engine: what is never told blocks all that follows. */
            let queue: Promise<void> = Promise.resolve();
            const enqueue = (work: () => Promise<void>): Promise<void> => queue = queue.then(work);
            const seekNow = (seconds: number): Promise<void> => until('seeked', () => audio.seek(Math.min(seconds, audio.duration)));
            audio.onPlay(() => {
                told('play', 'playing');
                if (sought !== undefined) void enqueue(() => seekNow(sought!).then(() => { sought = undefined; }));
            });
            audio.onPause(() => told('pause', 'paused'));
            audio.onStop(() => told('stop', 'stopped'));
            audio.onEnded(() => told('ended', 'init'));
            audio.onSeeked(() => told('seeked'));
            // With one thing at a time the first is done at once.
            const play = (): Promise<void> => until('play', () => audio.play());
            const player: AudioPlayer = {
                get src() { return audio.src; },
                get state() { return state; },
                get duration() { return audio.duration; },
                get currentTime() { return audio.currentTime; },
                get loop() { return audio.loop; },
                set loop(value: boolean) { audio.loop = value; },
                type: 2,
                play: () => enqueue(play),
                pause: () => enqueue(() => state === 'playing' ? until('pause', () => audio.pause()) : Promise.resolve()),
                stop: () => enqueue(() => state === 'init' ? Promise.resolve() : until('stop', () => audio.stop())),
                seek: (seconds) => enqueue(() => {
                    if (state === 'playing') return seekNow(seconds);
                    sought = seconds;
                    return Promise.resolve();
                }),
                destroy: () => {
                    shown.delete(player);
                    audio.stop();
                    audio.destroy();
                },
            };
            shown.set(player, {
                hide() { if (state === 'playing') void player.pause().then(() => { state = 'interrupted'; }); },
                show() { if (state === 'interrupted') void player.play(); },
            });
            return player;
        },
        async loadOneShotAudio(url, volume) {
            const audio = await loadNative(url);
            audio.volume = volume;
            let ended = false;
            const end = (): void => {
                if (ended) return;
                ended = true;
                shown.delete(audio);
                audio.destroy();
            };
            audio.onEnded(end);
            audio.onStop(end);
            shown.set(audio, { hide: () => audio.pause(), show: () => audio.play() });
            return { play: () => audio.play(), stop: () => audio.stop(), get src() { return audio.src; }, get ended() { return ended; } };
        },
    };
}
