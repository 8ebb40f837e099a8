import { describe, expect, it } from 'vitest';
import type { InnerAudioContext } from '../../../source/platform/my';
import { createAlipayHost, createVirtualClock, type HostSetup } from '../../../source/simulator/model';
import type { AudioPlayer } from './cc-stand-in/audio';
import { buildBundle, serveBundle, server, startGame } from './game';

const uuid = '55aaaaaa-0000-4000-8000-000000000001';
const sound = new Uint8Array([0x49, 0x44, 0x33, 3, 0]);
interface Clip { native: { player: AudioPlayer; url: string } }

/** A game whose native contexts can be reached behind the adapter's back, as the system reaches them. */
async function start(setup: HostSetup = {}) {
    const host = createAlipayHost({ clock: createVirtualClock(), latencyMs: 2, ...setup });
    const natives: { context: InnerAudioContext; pause(): void; play(): void }[] = [];
    const create = host.my.createInnerAudioContext.bind(host.my);
    host.my.createInnerAudioContext = () => {
        const context = create();
        const { pause, play } = context;
        natives.push({ context, pause: () => pause.call(context), play: () => play.call(context) });
        return context;
    };
    const bundle = buildBundle('far', [{ uuid, native: { name: 'a.mp3', data: sound } }]);
    serveBundle(host, bundle);
    const game = startGame({ settings: { remoteBundles: ['far'], bundleVers: { far: bundle.version } } }, host);
    await game.loadBundle('far');
    const clip = (await game.load(uuid)) as Clip;
    return { game, natives, clip, url: `${server}remote/far/${bundle.pathOf(uuid, 'native')}` };
}

describe.each([{ audioOnPlay: true }, { audioOnPlay: false }])('sound where %j', (switches) => {
    it('paused by the host is paused for the engine', async () => {
        const { game, natives, clip: { native: { player } } } = await start({ switches });
        player.play();
        await game.clock.advance(100);
        expect(player.state).toBe('playing');
        natives[0]!.pause();
        await game.clock.advance(100);
        expect(player.state).toBe('paused');
    });

    it('paused and played by the game stays as the game wants it, however fast', async () => {
        const { game, natives, clip: { native: { player } } } = await start({ switches });
        player.play();
        player.pause();
        player.play();
        await game.clock.advance(100);
        expect(player.state).toBe('playing');
        player.pause();
        await game.clock.advance(100);
        expect(player.state).toBe('paused');
        expect(natives[0]!.context.paused).toBe(true);
        player.play();
        player.pause();
        await game.clock.advance(100);
        expect([player.state, natives[0]!.context.paused]).toEqual(['paused', true]);
    });
});

describe('sound', () => {
    it('resumed by the host is playing for the engine again', async () => {
        const { game, natives, clip: { native: { player } } } = await start();
        player.play();
        await game.clock.advance(100);
        natives[0]!.pause();
        await game.clock.advance(100);
        natives[0]!.play();
        await game.clock.advance(100);
        expect([player.state, natives[0]!.context.paused]).toEqual(['playing', false]);
    });

    it('plays once after its file moved into the cache and its temp file went', async () => {
        const { game, clip } = await start();
        await game.settle();
        game.host.lifecycle.purgeTempFiles();
        const shot = await game.clock.until(game.cc.AudioPlayer.loadOneShotAudio(clip.native.url, 1));
        expect(shot.src).not.toBe(clip.native.url);
        expect(game.requests('.mp3')).toBe(1);
    });

    it('plays once after its file was evicted: it is fetched again', async () => {
        const { game, clip } = await start();
        await game.settle();
        game.manager.clearCache();
        game.host.lifecycle.purgeTempFiles();
        game.host.lifecycle.purgeUserFiles();
        await game.settle();
        await game.clock.until(game.cc.AudioPlayer.loadOneShotAudio(clip.native.url, 1));
        expect(game.requests('.mp3')).toBe(2);
        const player = await game.clock.until(game.cc.AudioPlayer.load(clip.native.url));
        expect(player.state).toBe('init');
    });

    it('that is no sound is fetched once more and then fails', async () => {
        const { game, clip } = await start({ audioOutput: () => Promise.reject(new Error('no sound')) }).catch((error: Error) => ({ game: undefined, clip: error }));
        expect(game).toBeUndefined();
        expect(String(clip)).toMatch(/sound|10001/);
    });

    it('has six channels', async () => {
        const { game } = await start();
        expect(game.cc.AudioPlayer.maxAudioChannel).toBe(6);
    });
});
