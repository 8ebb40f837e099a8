import type { InnerAudioContext } from '../../platform/my';
import type { Timers } from '../my/files';
import { attempt, type Host } from '../my/host';
import type { Engine } from './engine';
import type { AssetFiles } from './loading/asset-files';

/** Sounds at the same time: more are unreliable on Alipay (platform facts 3.7). The engine takes it for 10. */
const channels = 6;

/**
 * - The engine hears of a pause only when it asked for it: it replaces the context's `onPause` by its own (runtime
 *   contract 6, row 20). A pause by the host is therefore asked for once more, through the engine's own function.
 * - A sound's file may be evicted or purged between loading and playing: each player finds it again by its address.
 * - The engine's limit of channels is its own constant; the one that holds on Alipay is put in its place.
 */
export function installAudio({ AudioPlayer }: Engine, my: Host, { reopen }: AssetFiles, { setTimeout }: Timers): void {
    const { createInnerAudioContext } = my;
    if (createInnerAudioContext) attempt(() => { my.createInnerAudioContext = () => relayHostPauses(createInnerAudioContext.call(my), setTimeout); });
    if (!AudioPlayer) return;
    const { load, loadOneShotAudio } = AudioPlayer;
    attempt(() => Object.defineProperty(AudioPlayer, 'maxAudioChannel', { configurable: true, value: channels }));
    AudioPlayer.load = (path, options) => reopen(path, {}, (local) => load(local, options));
    AudioPlayer.loadOneShotAudio = (path, volume, options) => reopen(path, {}, (local) => loadOneShotAudio(local, volume, options));
}

function relayHostPauses(audio: InnerAudioContext, setTimeout: Timers['setTimeout']): InnerAudioContext {
    const { play, pause } = audio;
    let playing = false;
    /** A pause of the game's, of which the host has not told yet. */
    let pausing = false;
    let pausedByHost = false;
    const stopped = (): void => { playing = pausing = pausedByHost = false; };
    attempt(() => {
        audio.play = () => {
            stopped();
            playing = true;
            play.call(audio);
        };
        audio.pause = () => {
            pausing = playing;
            playing = false;
            pause.call(audio);
        };
        // When these run, `pause` and `play` are the engine's functions, which tell the engine.
        audio.onPause(() => {
            if (!pausing && playing && audio.paused !== false) {
                audio.pause();
                pausedByHost = true;
            }
            pausing = false;
        });
        audio.onPlay(() => {
            pausing = false;
            if (pausedByHost) audio.play();
        });
        audio.onStop(stopped);
        audio.onEnded(stopped);
        // Absent on some devices, where the engine calls it all the same (platform facts 3.7).
        if (!audio.onCanPlay) {
            audio.onCanPlay = (listener) => { setTimeout(listener, 0); };
            audio.offCanPlay = () => {};
        }
    });
    return audio;
}
