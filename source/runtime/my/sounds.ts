import type { InnerAudioContext } from '../../platform/my';
import type { HostError } from './errors';
import { statFile, type FileHost, type Timers } from './files';
import { callHost, type Host } from './host';
import { withSlash } from './package-path';
import { answerTime, createSound, type LiveSound, type Sound, type SoundContexts } from './sound';

/** Contexts that live at the same time. More are unreliable: the engine's own limit on this platform is the same. */
const mostContexts = 6;
/** Milliseconds between two looks at what the host does by itself. */
const lookEvery = 200;

/** Sounds that have a context of the host only while they play or are paused. */
export interface Sounds {
    create(): Sound;
    /** Rejects when the file is gone, or is not of the length that it must have: nothing else is asked before the first `play`. */
    check(path: string, bytes?: number): Promise<void>;
}

/**
 * Sounds with as few contexts as can be. A context is made at the first `play` and destroyed when the sound stops or
 * ends: one that has played is not used again, since that is unreliable on this host. A paused sound keeps its context
 * until another one needs it, and starts anew from its place then.
 *
 * - Loading one asks the host nothing: `onCanPlay` comes at once, and what is no sound shows at the first `play`, where it
 *   counts as ended. The duration is known once a context has loaded the file; asking for it earlier makes a context for
 *   that, one at a time.
 * - The engine replaces `play`, `pause` and their events by its own, which tell it of what it asked for alone. What the
 *   host does by itself is told through these functions. It is seen by the events and by looking at `paused`, as hosts
 *   need not tell.
 * - Every `stop` and `seek` is answered, as the engine waits for that.
 */
export function createSounds(my: Host, timers: Timers): Sounds {
    const { setTimeout } = timers;
    /** Those that have a context, oldest first. */
    const live: LiveSound[] = [];
    const durations: Record<string, number> = Object.create(null) as Record<string, number>;
    const unmeasured: string[] = [];
    let measuring = false;
    let looking = false;

    function lookOften(): void {
        if (looking) return;
        looking = true;
        setTimeout(() => {
            looking = false;
            look();
            if (live.length) lookOften();
        }, lookEvery);
    }

    function look(): void {
        live.slice().forEach((member) => member.look());
    }

    /** Opens a context for each file in turn, to learn its duration. */
    function measure(): void {
        const src = unmeasured[0];
        if (measuring || src === undefined) return;
        measuring = true;
        const context = callHost(my, 'createInnerAudioContext');
        let open = true;
        const done = (): void => {
            if (!open) return;
            open = measuring = false;
            unmeasured.shift();
            if (context) {
                learn(src, context);
                callHost(context, 'destroy');
            }
            measure();
        };
        if (!context) return done();
        callHost(context, 'onCanPlay', done);
        callHost(context, 'onError', done);
        setTimeout(done, answerTime);
        context.src = src;
    }

    function learn(src: string, { duration }: InnerAudioContext): void {
        if (duration > 0) durations[src] = duration;
    }

    function check(path: string, bytes?: number): Promise<void> {
        // A file of the package is there.
        if (withSlash(path)) return Promise.resolve();
        return statFile(my as FileHost, path).then((file) => {
            if (bytes ? file.bytes !== bytes : !file.bytes) throw new Error(`${path} is no sound: ${file.bytes} bytes`);
        }, (error: HostError) => {
            // Not every host has `stat`, or knows its own temporary files by it.
            if (error.kind === 'not-found') throw error;
        });
    }

    const contexts: SoundContexts = {
        add(member) {
            // The oldest that is not heard makes room.
            if (live.length >= mostContexts) live.slice().some((other) => other.rest());
            live.push(member);
            lookOften();
        },
        remove: (member) => void live.splice(live.indexOf(member), 1),
        learn,
        durationOf(src, asks) {
            if (asks && src && !(src in durations)) {
                durations[src] = 0;
                unmeasured.push(src);
                measure();
            }
            return durations[src] || Infinity;
        },
    };

    // A sound that the host paused for a call goes on when the game is back; most hosts see to that themselves.
    callHost(my, 'onShow', () => void setTimeout(() => {
        look();
        live.slice().forEach((member) => member.resume());
    }, answerTime));
    return { create: () => createSound(my, timers, contexts), check };
}
