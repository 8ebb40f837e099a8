import type { InnerAudioContext } from '../../platform/my';
import type { Timers } from './files';
import { attempt, callHost, type Host } from './host';
import { withSlash } from './package-path';

/** Milliseconds in which a host tells that it has sought, or gets a sound going again by itself when the game is shown. */
export const answerTime = 1000;
/** Milliseconds after which the engine knows that a sound plays. */
const failTime = 50;
/** Seconds before its end at which a sound that stands still counts as ended. */
const nearEnd = 0.5;
/** Looks after which a sound that nobody has seen playing counts as ended. */
const patience = 25;

/** Stands in for a context of the host. `duration` is infinite while nobody knows it, so that a place in it is not cut off. */
export interface Sound extends InnerAudioContext {
    /** The game wants it paused, though the engine may take it for paused already. */
    hold(): void;
}

type Listener = (value?: unknown) => void;
type EventName = 'CanPlay' | 'Play' | 'Pause' | 'Stop' | 'Ended' | 'Seeked' | 'Error';

const eventNames: readonly EventName[] = ['CanPlay', 'Play', 'Pause', 'Stop', 'Ended', 'Seeked', 'Error'];

/** What is handed on to a context; the others are of no use to the engine. */
const usualSettings = { volume: 1, loop: false, playbackRate: 1, startTime: 0 };

/** A sound that has a context. */
export interface LiveSound {
    /** Compares what the host does with what the game wants. */
    look(): void;
    /** Gives the context back, with the place kept, unless the sound is heard. */
    rest(): boolean;
    /** Plays on what the host has paused. */
    resume(): void;
}

/** What a sound needs of all the others. */
export interface SoundContexts {
    /** The sound is about to make a context: another one may have to give its own back. */
    add(sound: LiveSound): void;
    remove(sound: LiveSound): void;
    learn(src: string, context: InnerAudioContext): void;
    /** Infinite where it is not known. @param asks to learn it by a context of its own */
    durationOf(src: string, asks: boolean): number;
}

/** One sound. What it does, and why, is told at `createSounds`. */
export function createSound(my: Host, { setTimeout }: Timers, contexts: SoundContexts): Sound {
    const listeners: Partial<Record<EventName, Listener[]>> = {};
    const settings: Record<string, unknown> = Object.assign({}, usualSettings);
    let src = '';
    /** The path under which the host found it. */
    let file = '';
    let context: InnerAudioContext | undefined;
    /** Seconds, while there is no context. */
    let place = 0;
    /** Where the context has to begin. */
    let beginAt = 0;
    /** The context has shown a sign of life: before that it may not hear a `seek`. */
    let awake = false;
    let seekTo: number | undefined;
    /** What the game wants. */
    let wanted = false;
    /** The host has been seen to do what the game wants since. */
    let obeyed = false;
    /** How often it was looked for in vain. */
    let looks = 0;
    /** The place at which it was last seen, in seconds. */
    let seenAt = 0;
    let pausedByHost = false;
    /** A pause by the game of which the host has not told yet. */
    let pausing = false;
    /** The engine is being told: its calls are no wish of the game. */
    let telling = false;

    const emit = (name: EventName, value?: unknown): void => (listeners[name] || []).slice().forEach((listener) => attempt(() => listener(value)));
    const later = (name: EventName): void => void setTimeout(() => emit(name), 0);

    function want(plays: boolean): void {
        wanted = plays;
        obeyed = pausedByHost = false;
        looks = seenAt = 0;
    }

    function tell(command: 'play' | 'pause'): void {
        telling = true;
        attempt(() => sound[command]());
        telling = false;
    }

    function release(): void {
        if (!context) return;
        const old = context;
        place = seekTo === undefined ? old.currentTime || 0 : seekTo;
        context = undefined;
        contexts.remove(member);
        // Destroyed alone it may be heard on.
        callHost(old, 'stop');
        callHost(old, 'destroy');
    }

    function end(): void {
        want(false);
        release();
        place = 0;
        emit('Ended');
    }

    /** What cannot be heard has ended, once the engine believes that it plays. */
    function fail(): void {
        release();
        setTimeout(() => {
            if (wanted && !context) end();
        }, failTime);
    }

    function start(): void {
        if (context) callHost(context, 'play');
    }

    function open(): void {
        contexts.add(member);
        const made = context = callHost(my, 'createInnerAudioContext');
        if (!made) {
            contexts.remove(member);
            return fail();
        }
        awake = false;
        for (const name of eventNames) {
            callHost(made, `on${name}` as 'onError', (value) => {
                if (made === context) hear(name, value);
            });
        }
        beginAt = place;
        attempt(() => Object.assign(made, settings, place && { startTime: place }));
        made.src = file;
    }

    function hear(name: EventName, value: unknown): void {
        if (name === 'Error') {
            // Hosts disagree whether a path of the package starts with a slash.
            const other = withSlash(file);
            if (other) {
                file = other;
                release();
                open();
                if (wanted) start();
                return;
            }
            console.warn(`${src}: this sound cannot be played`, value);
            emit('Error', value);
            return fail();
        }
        if (name === 'Ended') {
            if (!settings['loop']) end();
            return;
        }
        if (name === 'Stop') return stopped();
        if (name === 'Seeked') return sought();
        contexts.learn(src, context!);
        if (name === 'CanPlay' && wanted && context!.paused !== false) start();
        wake();
        if (name === 'Pause' && pausing) {
            pausing = false;
            return;
        }
        if (name !== 'CanPlay') follow(name === 'Pause');
    }

    function wake(): void {
        awake = true;
        if (seekTo !== undefined) callHost(context!, 'seek', seekTo);
        // A host without `startTime`.
        else if (beginAt && context!.currentTime < beginAt - 1) callHost(context!, 'seek', beginAt);
        beginAt = 0;
    }

    function sought(): void {
        if (seekTo === undefined) return;
        seekTo = undefined;
        emit('Seeked');
    }

    function stopped(): void {
        want(false);
        release();
        place = 0;
        emit('Stop');
    }

    /** @param told what the event says, for hosts whose contexts have no `paused` */
    function follow(told?: boolean): void {
        const { paused = told, duration, currentTime } = context!;
        if (paused === undefined) return;
        if (paused === !wanted) {
            obeyed = true;
        } else if (pausedByHost) {
            want(true);
            obeyed = true;
            tell('play');
        } else if (obeyed || context!.paused === undefined) {
            // Done against the will of the game; before, the host may not yet have done what it was asked for.
            const ended = Math.max(seenAt, currentTime) >= (duration || Infinity) - nearEnd || seenAt > 0 && !currentTime;
            if (!wanted) callHost(context!, 'pause');
            else if (!ended) {
                want(false);
                pausedByHost = true;
                tell('pause');
            } else if (settings['loop']) start();
            else end();
        } else if (wanted && ++looks > patience) {
            // So short that nobody saw it, or never begun.
            end();
        }
        if (context) seenAt = currentTime || 0;
    }

    const member: LiveSound = {
        look() {
            if (!context) return;
            contexts.learn(src, context);
            if (!awake && context.currentTime > beginAt) wake();
            follow();
        },
        rest() {
            if (!context || wanted || pausedByHost) return false;
            release();
            return true;
        },
        resume() {
            if (pausedByHost) attempt(() => sound.play());
        },
    };

    const sound: Record<string, unknown> & Record<'play' | 'pause', () => void> = {
        play() {
            if (telling) return;
            want(true);
            if (!context) open();
            start();
        },
        pause() {
            if (telling) return;
            pausing = wanted && !!context;
            want(false);
            if (context) callHost(context, 'pause');
        },
        stop() {
            want(false);
            release();
            place = 0;
            later('Stop');
        },
        seek(seconds: number) {
            seekTo = seconds;
            if (!context) place = seconds;
            else if (awake) callHost(context, 'seek', seconds);
            setTimeout(() => {
                // Not every host answers, and one that has not woken by now will hear it all the same.
                if (context && seekTo === seconds && !awake) callHost(context, 'seek', seconds);
                if (seekTo === seconds) sought();
            }, context ? answerTime : 0);
        },
        hold() {
            if (!pausedByHost) return;
            want(false);
            if (!context) return;
            obeyed = context.paused !== false;
            if (!obeyed) callHost(context, 'pause');
        },
        destroy() {
            want(false);
            release();
            for (const name of eventNames) delete listeners[name];
        },
    };
    const property = (name: string, get: () => unknown, set: (value: never) => void = () => {}): void => {
        Object.defineProperty(sound, name, { configurable: true, enumerable: true, get, set });
    };
    property('src', () => src, (value: string) => {
        release();
        src = file = value;
        place = 0;
        later('CanPlay');
    });
    property('duration', () => {
        if (context) contexts.learn(src, context);
        return contexts.durationOf(src, !context);
    });
    property('currentTime', () => context ? context.currentTime : place);
    property('paused', () => !wanted);
    for (const name of Object.keys(usualSettings)) {
        property(name, () => settings[name], (value) => {
            settings[name] = value;
            if (context) attempt(() => Object.assign(context!, { [name]: value }));
        });
    }
    for (const name of eventNames) {
        sound[`on${name}`] = (listener: Listener) => { listeners[name] = (listeners[name] || []).concat(listener); };
        sound[`off${name}`] = (listener?: Listener) => { listeners[name] = (listeners[name] || []).filter((one) => listener && one !== listener); };
    }
    return sound as unknown as Sound;
}
