import type { InnerAudioContext } from '../../../platform/my';
import { callHost, type Host } from '../../my/host';
import { withSlash } from '../../my/package-path';
import type { HTMLElement } from '../dom/element';
import { keyedState } from '../keyed-state';
import type { EventKit } from '../services/event-kit';

/** The host's events; each becomes a DOM event of the same letters, but `Stop` and `CanPlay`. */
const hostEvents = 'CanPlay Pause Stop Ended TimeUpdate Error Waiting Seeking Seeked'.split(' ');
const loadedTypes = 'loadedmetadata canplay canplaythrough';

const usualSettings = { loop: false, autoplay: false, volume: 1, playbackRate: 1, muted: false };
type Settings = typeof usualSettings;
const settingsOf = keyedState<Settings>(() => Object.assign({}, usualSettings));

/**
 * `Audio` over `my.createInnerAudioContext`. Quirks (platform facts 3.7): `onPlay` may never fire, so playing is told
 * by `play()` itself; `onCanPlay` may be absent, so a sound counts as loadable at once then; a host without audio
 * gives a silent element. A context plays one source and not twice: it is destroyed at the sound's end, since games
 * forget elements and few contexts may live at the same time; what plays again gets a new one.
 */
export function createAudioClass(my: Host, { Event, HTMLElement, defineHandlers, dispatch }: EventKit): new (source?: string) => HTMLElement {
    /** The context, or what an element keeps of one that was destroyed. */
    const contexts = new WeakMap<object, Partial<InnerAudioContext>>();
    const contextOf = (audio: object): Partial<InnerAudioContext> => contexts.get(audio) || {};
    const fire = (audio: object, types: string): void => types.split(' ').forEach((type) => dispatch(audio, new Event(type)));

    function applySettings(audio: object): void {
        const settings = settingsOf(audio);
        // Contexts know no `muted`; as a member more it does no harm.
        Object.assign(contextOf(audio), settings, settings.muted && { volume: 0 });
    }

    function close(audio: HTMLAudioElement, src: string): void {
        const context = contextOf(audio);
        contexts.set(audio, { src, duration: context.duration as number });
        callHost(context, 'destroy');
        audio.paused = true;
    }

    function open(audio: HTMLAudioElement): Partial<InnerAudioContext> {
        const { src } = audio;
        const context: Partial<InnerAudioContext> = callHost(my, 'createInnerAudioContext') || {};
        contexts.set(audio, context);
        for (const name of hostEvents) {
            callHost(context, `on${name}` as 'onError', (failure) => {
                if (contextOf(audio) === context) told(audio, name, failure);
            });
        }
        applySettings(audio);
        context.src = src;
        return context;
    }

    function told(audio: HTMLAudioElement, name: string, failure?: unknown): void {
        const other = name === 'Error' && withSlash(audio.src);
        if (other) {
            const { paused } = audio;
            audio.src = other;
            if (!paused) void audio.play();
            return;
        }
        let type = name === 'Stop' ? 'pause' : name.toLowerCase();
        if (type === 'canplay') {
            if (audio.readyState) return;
            audio.readyState = 4;
            type = loadedTypes;
            // The host may have begun by itself, which it need not tell: the element has to know, or nobody could stop it.
            if (settingsOf(audio).autoplay && audio.paused) void audio.play();
        }
        if (type === 'pause') {
            if (audio.paused) return;
            audio.paused = true;
        }
        if (type === 'ended') {
            if (settingsOf(audio).loop) return;
            close(audio, audio.src);
            audio.ended = true;
        }
        if (type === 'error') {
            close(audio, audio.src);
            audio.error = failure;
        }
        fire(audio, type);
    }

    class HTMLAudioElement extends HTMLElement {
        paused = true;
        ended = false;
        readyState = 0;
        error: unknown = null;
        preload = 'auto';

        constructor(source?: string) {
            super('audio');
            if (source) this.src = source;
        }

        get src(): string {
            return contextOf(this).src || '';
        }

        set src(source: string) {
            close(this, source);
            this.readyState = 0;
            this.ended = false;
            if (source && !open(this).onCanPlay) this.load();
        }

        get duration(): number {
            return contextOf(this).duration || NaN;
        }

        get currentTime(): number {
            return contextOf(this).currentTime || 0;
        }

        set currentTime(seconds: number) {
            callHost(contextOf(this), 'seek', seconds);
        }

        canPlayType(type: string): string {
            return /mp3|mpeg|aac|mp4|m4a/.test(type) ? 'maybe' : '';
        }

        load(): void {
            void Promise.resolve().then(() => told(this, 'CanPlay'));
        }

        play(): Promise<void> {
            const context = contextOf(this);
            callHost(context.play ? context : open(this), 'play');
            this.paused = this.ended = false;
            return Promise.resolve().then(() => fire(this, 'play playing'));
        }

        pause(): void {
            callHost(contextOf(this), 'pause');
            if (this.paused) return;
            // Told by ourselves: of two pauses the host tells one.
            this.paused = true;
            void Promise.resolve().then(() => fire(this, 'pause'));
        }
    }
    for (const name of Object.keys(usualSettings) as (keyof Settings)[]) {
        Object.defineProperty(HTMLAudioElement.prototype, name, {
            get(this: object) {
                return settingsOf(this)[name];
            },
            set(this: object, value: never) {
                settingsOf(this)[name] = value;
                applySettings(this);
            },
        });
    }
    defineHandlers(HTMLAudioElement.prototype, loadedTypes + ' play playing pause ended timeupdate waiting seeking seeked');
    return HTMLAudioElement;
}
