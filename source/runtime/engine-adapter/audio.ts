import type { InnerAudioContext } from '../../platform/my';
import type { Timers } from '../my/files';
import { attempt, type Host } from '../my/host';
import type { Engine } from './engine';
import type { AssetFiles } from './loading/asset-files';

/** Sounds at the same time: more are unreliable on Alipay (platform facts 3.7). The engine takes it for 10. */
const channels = 6;

type Writable<Value> = { -readonly [Key in keyof Value]: Value[Key] };

/**
 * - The engine hears of a pause only when it asked for it: it replaces the context's `onPause` by its own (runtime
 *   contract 6, row 20). A pause by the host is therefore asked for once more, through the engine's own function.
 * - A sound's file may be evicted or purged between loading and playing: each player finds it again by its address.
 * - The engine's limit of channels is its own constant; the one that holds on Alipay is put in its place.
 */
export function installAudio({ AudioPlayer }: Engine, my: Host, files: AssetFiles, timers: Timers): void {
    const { createInnerAudioContext: create } = my;
    if (create) attempt(() => { my.createInnerAudioContext = () => relayHostPauses(create.call(my), timers); });
    if (!AudioPlayer) return;
    const { load, loadOneShotAudio } = AudioPlayer;
    AudioPlayer.load = (path, options) => files.reopen(path, {}, (local) => load.call(AudioPlayer, local, options));
    AudioPlayer.loadOneShotAudio = (path, volume, options) => files.reopen(path, {}, (local) => loadOneShotAudio.call(AudioPlayer, local, volume, options));
    attempt(() => Object.defineProperty(AudioPlayer, 'maxAudioChannel', { configurable: true, value: channels }));
}

function relayHostPauses(audio: Writable<InnerAudioContext>, timers: Timers): InnerAudioContext {
    const { play, pause } = audio;
    let playing = false;
    /** Our own pause, of which the host has not told yet. */
    let pausing = false;
    let pausedByHost = false;
    audio.play = () => {
        playing = true;
        pausedByHost = false;
        play.call(audio);
    };
    audio.pause = () => {
        pausing = playing;
        playing = false;
        pause.call(audio);
    };
    const stopped = (): void => { playing = pausing = pausedByHost = false; };
    attempt(() => {
        audio.onPause(() => {
            if (pausing) pausing = false;
            else if (playing && audio.paused !== false) {
                // By now this is the engine's function, which tells the engine.
                audio.pause();
                pausing = false;
                pausedByHost = true;
            }
        });
        audio.onPlay(() => {
            pausing = false;
            if (pausedByHost) audio.play();
        });
        audio.onStop(stopped);
        audio.onEnded(stopped);
        // Absent on some devices, where the engine would call it all the same (platform facts 3.7).
        if (!audio.onCanPlay) {
            audio.onCanPlay = (listener) => { timers.setTimeout(listener, 0); };
            audio.offCanPlay = () => {};
        }
    });
    return audio;
}
