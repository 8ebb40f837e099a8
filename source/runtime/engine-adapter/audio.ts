import { attempt, type Host } from '../my/host';
import type { Sound } from '../my/sound';
import type { Sounds } from '../my/sounds';
import type { AudioPlayer, Engine } from './engine';
import type { AssetFiles } from './loading/asset-files';

/** Sounds at the same time: more are unreliable on Alipay (platform facts 3.7). The engine takes it for 10. */
const channels = 6;

/**
 * - The engine makes a context of the host for every sound that it loads, and for every source that a sound is given to.
 *   It gets a stand-in here, which has a context only while it is heard or paused, and which tells the engine what the
 *   host does by itself.
 * - A sound's file may be evicted or purged between loading and playing: each player finds it again by its address.
 * - The engine's limit of channels is its own constant; the one that holds on Alipay is put in its place.
 * @param loadSounds gives the stand-ins; called when the game first loads a sound
 */
export function installAudio({ AudioPlayer }: Engine, my: Host, { reopen }: AssetFiles, loadSounds: () => Sounds | undefined): void {
    if (!AudioPlayer) return;
    const { load, loadOneShotAudio } = AudioPlayer;
    let sounds: Sounds | undefined;

    /** Runs the engine's own loading, which asks `my` for a context at once: it gets a stand-in. */
    function standIn<Made>(path: string, work: (local: string) => Promise<Made>, use: (made: Made, sound: Sound | undefined) => Made): Promise<Made> {
        sounds = sounds || loadSounds();
        return reopen(path, {}, async (local, bytes) => {
            if (sounds) await sounds.check(local, bytes);
            const { createInnerAudioContext } = my;
            let sound: Sound | undefined;
            if (sounds) attempt(() => { my.createInnerAudioContext = () => sound = sounds!.create(); });
            const made = work(local);
            attempt(() => {
                if (createInnerAudioContext) my.createInnerAudioContext = createInnerAudioContext;
                else delete my.createInnerAudioContext;
            });
            return use(await made, sound);
        });
    }

    attempt(() => Object.defineProperty(AudioPlayer, 'maxAudioChannel', { configurable: true, value: channels }));
    AudioPlayer.load = (path, options) => standIn(path, (local) => load(local, options), (player: AudioPlayer, sound) => {
        const { pause } = player;
        // The engine does not hand on the pause of a sound that it takes for paused: the host may go on with it later.
        if (sound && pause) player.pause = () => (sound.hold(), pause.call(player));
        return player;
    });
    AudioPlayer.loadOneShotAudio = (path, volume, options) => standIn(path, (local) => loadOneShotAudio(local, volume, options), (shot) => shot);
}
