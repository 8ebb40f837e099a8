import type { PageMessage, SoundCommand } from '../protocol';

type SoundMessage = Extract<PageMessage, { type: 'sound' }>;

interface Voice {
    readonly gain: GainNode;
    buffer: AudioBuffer | undefined;
    source: AudioBufferSourceNode | undefined;
}

export interface Speaker {
    /** Does what the game's audio context says; answers go to `send`. */
    obey(id: number, command: SoundCommand): void;
    /** Silence and back; also the user's gesture that browsers wait for. */
    setAudible(audible: boolean): void;
    /** Whether the browser still waits for a gesture. */
    readonly blocked: boolean;
    /** Ends all voices: the game is gone or in the background. */
    silence(): void;
}

/** Plays the game's sounds through Web Audio: a Worker has none. */
export function createSpeaker(send: (message: SoundMessage) => void): Speaker {
    let context: AudioContext | undefined;
    let master: GainNode | undefined;
    let audible = true;
    const voices = new Map<number, Voice>();

    const open = (): { context: AudioContext; master: GainNode } => {
        if (!context || !master) {
            context = new AudioContext();
            master = context.createGain();
            master.gain.value = audible ? 1 : 0;
            master.connect(context.destination);
        }
        return { context, master };
    };
    const voiceOf = (id: number): Voice => {
        let voice = voices.get(id);
        if (!voice) {
            const { context: sound, master: output } = open();
            voice = { gain: sound.createGain(), buffer: undefined, source: undefined };
            voice.gain.connect(output);
            voices.set(id, voice);
        }
        return voice;
    };
    const stop = (voice: Voice): void => {
        if (!voice.source) return;
        voice.source.onended = null;
        voice.source.stop();
        voice.source.disconnect();
        voice.source = undefined;
    };

    const play = (voice: Voice, { offset, loop, volume, rate }: Extract<SoundCommand, { command: 'play' }>): void => {
        if (!voice.buffer) return;
        stop(voice);
        const source = open().context.createBufferSource();
        source.buffer = voice.buffer;
        source.loop = loop;
        source.playbackRate.value = rate;
        voice.gain.gain.value = volume;
        source.connect(voice.gain);
        source.onended = () => { voice.source = undefined; };
        voice.source = source;
        source.start(0, offset % Math.max(voice.buffer.duration, 0.001));
    };

    return {
        get blocked() { return context?.state === 'suspended' && audible; },
        obey(id, command) {
            const voice = voiceOf(id);
            switch (command.command) {
                case 'load':
                    open().context.decodeAudioData(command.bytes).then((buffer) => {
                        voice.buffer = buffer;
                        send({ type: 'sound', id, event: 'ready', duration: buffer.duration });
                    }, (error: unknown) => send({ type: 'sound', id, event: 'failed', message: String(error) }));
                    break;
                case 'play':
                    play(voice, command);
                    break;
                case 'stop':
                    stop(voice);
                    break;
                case 'change':
                    voice.gain.gain.value = command.volume;
                    if (voice.source) {
                        voice.source.loop = command.loop;
                        voice.source.playbackRate.value = command.rate;
                    }
                    break;
            }
        },
        setAudible(value) {
            audible = value;
            if (master) master.gain.value = value ? 1 : 0;
            if (value) void context?.resume();
        },
        silence() {
            for (const voice of voices.values()) {
                stop(voice);
                voice.gain.disconnect();
            }
            voices.clear();
        },
    };
}
