import type { InnerAudioContext } from '../../../platform/my';
import { attempt, callHost, type Host } from '../../my/host';
import { withSlash } from '../../my/package-path';
import type { HTMLElement } from '../dom/element';
import { keyedState } from '../keyed-state';
import type { EventKit } from '../services/event-kit';

/** Names of the host's events and of the DOM events each becomes. */
const hostEvents: Readonly<Record<string, string>> = {
    CanPlay: 'loadedmetadata canplay canplaythrough', Pause: 'pause', Stop: 'pause', Ended: 'ended', TimeUpdate: 'timeupdate',
    Error: 'error', Waiting: 'waiting', Seeking: 'seeking', Seeked: 'seeked',
};

const usualSettings = { loop: false, autoplay: false, volume: 1, playbackRate: 1, muted: false };
type Settings = typeof usualSettings;
const settingsOf = keyedState<Settings>(() => Object.assign({}, usualSettings));

/**
 * `Audio` over `my.createInnerAudioContext`. Quirks (platform facts 3.7): `onPlay` may never fire, so playing is told
 * by `play()` itself; `onCanPlay` may be absent, so a sound counts as loadable at once then; a host without audio
 * gives a silent element.
 */
export function createAudioClass(my: Host, { Event, HTMLElement, defineHandlers, dispatch }: EventKit): new (source?: string) => HTMLElement {
    const contextOf = keyedState<Partial<InnerAudioContext>>(() => callHost(my, 'createInnerAudioContext') || {});
    const fire = (audio: object, type: string): void => void dispatch(audio, new Event(type));

    class HTMLAudioElement extends HTMLElement {
        paused = true;
        ended = false;
        readyState = 0;
        error: unknown = null;
        preload = 'auto';

        constructor(source?: string) {
            super('audio');
            const context = contextOf(this);
            for (const name of Object.keys(hostEvents)) {
                const listen = context[`on${name}` as 'onPause'];
                attempt(() => listen && listen.call(context, (failure?: unknown) => this.told(name, failure)));
            }
            if (source) this.src = source;
        }

        get src(): string {
            return contextOf(this).src || '';
        }

        set src(source: string) {
            const context = contextOf(this);
            context.src = source;
            this.readyState = 0;
            this.ended = false;
            if (!context.onCanPlay) this.load();
        }

        get duration(): number {
            return contextOf(this).duration || NaN;
        }

        get currentTime(): number {
            return contextOf(this).currentTime || 0;
        }

        set currentTime(seconds: number) {
            const context = contextOf(this);
            attempt(() => context.seek && context.seek(seconds));
        }

        canPlayType(type: string): string {
            return /mp3|mpeg|aac|mp4|m4a/.test(type) ? 'maybe' : '';
        }

        load(): void {
            void Promise.resolve().then(() => this.told('CanPlay'));
        }

        play(): Promise<void> {
            const context = contextOf(this);
            attempt(() => context.play && context.play());
            this.paused = this.ended = false;
            return Promise.resolve().then(() => {
                fire(this, 'play');
                fire(this, 'playing');
            });
        }

        pause(): void {
            const context = contextOf(this);
            attempt(() => context.pause && context.pause());
            if (this.paused) return;
            // Told by ourselves: of two pauses the host tells one.
            this.paused = true;
            void Promise.resolve().then(() => fire(this, 'pause'));
        }

        private told(name: string, failure?: unknown): void {
            const other = name === 'Error' && withSlash(this.src);
            if (other) {
                const { paused } = this;
                this.src = other;
                if (!paused) void this.play();
                return;
            }
            if (name === 'CanPlay') {
                if (this.readyState) return;
                this.readyState = 4;
            }
            if (/Pause|Stop/.test(name) && this.paused) return;
            if (/Pause|Stop|Ended|Error/.test(name)) this.paused = true;
            if (name === 'Ended') this.ended = true;
            if (name === 'Error') this.error = failure;
            for (const type of (hostEvents[name] as string).split(' ')) fire(this, type);
        }
    }
    for (const name of Object.keys(usualSettings) as (keyof Settings)[]) {
        Object.defineProperty(HTMLAudioElement.prototype, name, {
            get(this: object) {
                return settingsOf(this)[name];
            },
            set(this: object, value: never) {
                const settings = settingsOf(this);
                settings[name] = value;
                const { loop, autoplay, volume, playbackRate, muted } = settings;
                Object.assign(contextOf(this), { loop, autoplay, playbackRate, volume: muted ? 0 : volume });
            },
        });
    }
    defineHandlers(HTMLAudioElement.prototype, 'loadedmetadata canplay canplaythrough play playing pause ended timeupdate waiting seeking seeked');
    return HTMLAudioElement;
}
