import type { HostSwitches } from '../../platform';
import type { InnerAudioContext, My, MyFailure } from '../../platform/my';
import type { Bridge } from './bridge';
import type { Scheduled } from './clock';
import type { FileOperations } from './files/operations';
import { createListenerList } from './listeners';
import { fetchMedia } from './media-source';
import type { HostNetwork } from './network/network';
import type { HostSetup } from './setup';

export interface AudioSetup {
    readonly bridge: Bridge;
    readonly switches: HostSwitches;
    readonly operations: FileOperations;
    readonly network: HostNetwork;
    readonly setup: HostSetup;
}

/** One sound of the environment: Web Audio in a page. Times in seconds. */
export interface AudioVoice {
    readonly duration: number;
    play(from: number, settings: { readonly volume: number; readonly loop: boolean; readonly rate: number }): void;
    change(settings: { readonly volume: number; readonly loop: boolean; readonly rate: number }): void;
    stop(): void;
}
/** Rejects when the bytes are no sound. */
export type AudioOutput = (bytes: Uint8Array) => Promise<AudioVoice>;

/** A sound that nobody hears and that lasts a second. */
const silentOutput: AudioOutput = () => Promise.resolve({ duration: 1, play() {}, change() {}, stop() {} });

/** What the phone does to sounds, as at a call or for another app. `tells`: the game hears of it by an event. */
export interface HostSounds {
    /** Contexts that were made and not destroyed. */
    readonly contexts: readonly InnerAudioContext[];
    /** The most that lived at the same time. */
    readonly mostContexts: number;
    /** Pauses all that are heard. */
    pause(tells: boolean): void;
    /** Goes on with all that `pause` paused. */
    resume(tells: boolean): void;
}

interface PhoneSound {
    pause(tells: boolean): void;
    resume(tells: boolean): void;
}

/** `my.createInnerAudioContext()` (platform facts 3.7). */
export function createAudioCalls(audio: AudioSetup): { calls: Required<Pick<My, 'createInnerAudioContext'>>; sounds: HostSounds } {
    const live = new Map<InnerAudioContext, PhoneSound>();
    let mostContexts = 0;
    return {
        calls: {
            createInnerAudioContext: () => audio.bridge.callPlain('createInnerAudioContext', 'audio', '', () => {
                const context = createContext(audio, live);
                mostContexts = Math.max(mostContexts, live.size);
                return context;
            }),
        },
        sounds: {
            get contexts() { return [...live.keys()]; },
            get mostContexts() { return mostContexts; },
            pause: (tells) => { for (const sound of live.values()) sound.pause(tells); },
            resume: (tells) => { for (const sound of live.values()) sound.resume(tells); },
        },
    };
}

function createContext({ bridge, switches, operations, network, setup }: AudioSetup, live: Map<InnerAudioContext, PhoneSound>): InnerAudioContext {
    const { life } = bridge;
    const output = setup.audioOutput ?? silentOutput;
    const lists = {
        CanPlay: createListenerList<void>(life), Play: createListenerList<void>(life), Pause: createListenerList<void>(life), Stop: createListenerList<void>(life),
        Ended: createListenerList<void>(life), TimeUpdate: createListenerList<void>(life), Waiting: createListenerList<void>(life),
        Seeking: createListenerList<void>(life), Seeked: createListenerList<void>(life), Error: createListenerList<MyFailure>(life),
    };
    let src = '';
    let voice: AudioVoice | undefined;
    let isPlaying = false;
    let wantsToPlay = false;
    /** By the phone, not by the game. */
    let pausedByPhone = false;
    let destroyed = false;
    let load = 0;
    /** Seconds into the sound when it last started or stopped. */
    let position = 0;
    let startedAt = 0;
    let ending: Scheduled | undefined;
    const settings = { volume: 1, loop: false, playbackRate: 1, startTime: 0, autoplay: false };
    const voiceSettings = (): { volume: number; loop: boolean; rate: number } => ({ volume: settings.volume, loop: settings.loop, rate: settings.playbackRate });

    const currentTime = (): number => {
        if (!isPlaying || !voice) return position;
        const time = position + (life.clock.now() - startedAt) / 1000 * settings.playbackRate;
        return settings.loop && voice.duration > 0 ? time % voice.duration : Math.min(time, voice.duration);
    };
    /** Tells of an event after its delay; one that would take for ever is lost. */
    const tell = (name: Exclude<keyof typeof lists, 'Error'>): void => {
        const ms = setup.audioDelay?.(name) ?? 0;
        if (ms !== Infinity) life.schedule(() => lists[name].emit(), ms);
    };
    const halt = (): void => {
        position = currentTime();
        isPlaying = false;
        ending?.cancel();
        voice?.stop();
    };
    const scheduleEnd = (): void => {
        ending?.cancel();
        if (!voice || settings.loop) return;
        ending = life.schedule(() => {
            isPlaying = false;
            position = 0;
            if (setup.audioDelay) tell('Ended');
            else lists.Ended.emit();
        }, Math.max(0, voice.duration - position) / settings.playbackRate * 1000);
    };
    const begin = (): void => {
        if (!voice || destroyed) return;
        if (isPlaying) halt();
        isPlaying = true;
        pausedByPhone = false;
        startedAt = life.clock.now();
        voice.play(position, voiceSettings());
        scheduleEnd();
        if (switches.audioOnPlay) tell('Play');
    };
    const changeVoice = (): void => { if (isPlaying) voice?.change(voiceSettings()); };
    const act = (api: string, work: () => void): void => bridge.callPlain(`InnerAudioContext.${api}`, 'audio', src, () => { if (!destroyed) work(); });

    const context = {
        get src() { return src; },
        set src(value: string) {
            src = String(value);
            const own = ++load;
            halt();
            voice = undefined;
            position = settings.startTime;
            const fail = (errorMessage: string): void => {
                if (own === load) life.schedule(() => lists.Error.emit({ error: 10001, errorMessage }), 0);
            };
            fetchMedia(bridge, operations, network, src, (bytes) => {
                output(bytes).then((made) => {
                    if (own !== load || destroyed || life.isOver) return;
                    voice = made;
                    if (switches.audioOnCanPlay) life.run(() => lists.CanPlay.emit());
                    if (wantsToPlay || settings.autoplay) {
                        wantsToPlay = false;
                        begin();
                    }
                }, (error) => fail(String(error)));
            }, fail);
        },
        get duration() { return voice?.duration ?? 0; },
        get currentTime() { return currentTime(); },
        get paused() { return !isPlaying; },
        get buffered() { return voice?.duration ?? 0; },
        get startTime() { return settings.startTime; },
        set startTime(value: number) { settings.startTime = value; },
        get autoplay() { return settings.autoplay; },
        set autoplay(value: boolean) { settings.autoplay = value; },
        get loop() { return settings.loop; },
        set loop(value: boolean) {
            position = currentTime();
            startedAt = life.clock.now();
            settings.loop = value;
            if (isPlaying) scheduleEnd();
            changeVoice();
        },
        get volume() { return settings.volume; },
        set volume(value: number) {
            settings.volume = value;
            changeVoice();
        },
        get playbackRate() { return settings.playbackRate; },
        set playbackRate(value: number) {
            position = currentTime();
            startedAt = life.clock.now();
            settings.playbackRate = value;
            if (isPlaying) scheduleEnd();
            changeVoice();
        },
        obeyMuteSwitch: true,
        play: () => act('play', () => {
            if (voice) { if (!isPlaying) begin(); } else wantsToPlay = true;
        }),
        pause: () => act('pause', () => {
            wantsToPlay = false;
            // A phone goes on with what it has paused, whatever the game asked for meanwhile.
            if (!isPlaying) return;
            halt();
            tell('Pause');
        }),
        stop: () => act('stop', () => {
            wantsToPlay = pausedByPhone = false;
            halt();
            position = 0;
            tell('Stop');
        }),
        seek: (seconds: number) => act('seek', () => {
            const playing = isPlaying;
            halt();
            position = seconds;
            tell('Seeking');
            tell('Seeked');
            if (playing && voice) {
                isPlaying = true;
                startedAt = life.clock.now();
                voice.play(position, voiceSettings());
                scheduleEnd();
            }
        }),
        destroy: () => act('destroy', () => {
            halt();
            destroyed = true;
            live.delete(self);
            for (const list of Object.values(lists)) list.remove();
        }),
    };
    for (const [name, list] of Object.entries(lists)) {
        if (name === 'CanPlay' && !switches.audioOnCanPlay) continue;
        Object.assign(context, { [`on${name}`]: list.add, [`off${name}`]: list.remove });
    }
    const self = context as unknown as InnerAudioContext;
    live.set(self, {
        pause(tells) {
            if (!isPlaying) return;
            halt();
            pausedByPhone = true;
            if (tells) tell('Pause');
        },
        resume(tells) {
            if (!pausedByPhone || isPlaying || !voice) return;
            pausedByPhone = false;
            isPlaying = true;
            startedAt = life.clock.now();
            voice.play(position, voiceSettings());
            scheduleEnd();
            if (tells && switches.audioOnPlay) tell('Play');
        },
    });
    return self;
}
