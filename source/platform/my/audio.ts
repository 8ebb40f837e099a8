import type { Listener, MyFailure } from './calls';

/**
 * `my.createInnerAudioContext()` [3.7]. `onCanPlay` has a capital P and is absent on some devices; `onPlay` may never
 * fire; two pauses fire one `onPause`. Times in seconds.
 */
export interface InnerAudioContext {
    src: string;
    startTime: number;
    autoplay: boolean;
    loop: boolean;
    volume: number;
    playbackRate?: number;
    /** iOS only. */
    obeyMuteSwitch?: boolean;
    readonly duration: number;
    readonly currentTime: number;
    readonly paused: boolean;
    readonly buffered?: number;
    play(): void;
    pause(): void;
    stop(): void;
    seek(seconds: number): void;
    destroy(): void;
    onCanPlay?(listener: () => void): void;
    offCanPlay?(listener?: () => void): void;
    onPlay(listener: () => void): void;
    offPlay?(listener?: () => void): void;
    onPause(listener: () => void): void;
    offPause?(listener?: () => void): void;
    onStop(listener: () => void): void;
    offStop?(listener?: () => void): void;
    onEnded(listener: () => void): void;
    offEnded?(listener?: () => void): void;
    onTimeUpdate?(listener: () => void): void;
    offTimeUpdate?(listener?: () => void): void;
    onError(listener: Listener<MyFailure>): void;
    offError?(listener?: Listener<MyFailure>): void;
    onWaiting?(listener: () => void): void;
    offWaiting?(listener?: () => void): void;
    onSeeking?(listener: () => void): void;
    offSeeking?(listener?: () => void): void;
    onSeeked?(listener: () => void): void;
    offSeeked?(listener?: () => void): void;
}

/** Sound. */
export interface AudioCalls {
    createInnerAudioContext(): InnerAudioContext;
}
