import { describe, expect, it, vi } from 'vitest';
import type { HostSetup } from '../../../source/simulator/model';
import type { AudioPlayer } from './cc-stand-in/audio';
import { buildBundle, serveBundle, startGame, type Asset, type Game } from './game';

const uuidOf = (index: number): string => `55aaaaaa-0000-4000-8000-${String(index).padStart(12, '0')}`;
const sound = new Uint8Array([0x49, 0x44, 0x33, 3, 0]);
interface Clip { native: { player: AudioPlayer; url: string; duration: number } }

/** A game with clips of a remote bundle, each a minute long. */
async function start(setup: HostSetup = {}, count = 1): Promise<{ game: Game; clips: Clip[]; player: AudioPlayer }> {
    const minute = { duration: 60, play() {}, change() {}, stop() {} };
    const game = startGame({
        host: { audioOutput: () => Promise.resolve(minute), ...setup },
        settings: { remoteBundles: ['far'], bundleVers: {} },
    });
    const assets: Asset[] = Array.from({ length: count }, (_, index) => ({ uuid: uuidOf(index + 1), native: { name: `${index}.mp3`, data: Uint8Array.from([...sound, index]) } }));
    serveBundle(game.host, buildBundle('far', assets, { hashed: false }));
    await game.loadBundle('far');
    const clips: Clip[] = [];
    for (const asset of assets) clips.push(await game.load(asset.uuid) as Clip);
    return { game, clips, player: clips[0]!.native.player };
}

/** What the engine believes, and what is heard. */
const stateOf = ({ host: { sounds: { contexts } } }: Game, { state }: AudioPlayer): [string, boolean] => [state, contexts.some(({ paused }) => !paused)];

const events = [true, false].flatMap((audioOnPlay) => [true, false].map((audioOnCanPlay) => ({ audioOnPlay, audioOnCanPlay })));

describe.each(events)('a sound where %j', (switches) => {
    it('paused by the host is paused for the engine, and playing when the host goes on, told or not', async () => {
        for (const tells of [true, false]) {
            const { game, player } = await start({ switches });
            void player.play();
            await game.clock.advance(1000);
            expect(stateOf(game, player)).toEqual(['playing', true]);
            game.host.sounds.pause(tells);
            await game.clock.advance(500);
            expect(stateOf(game, player)).toEqual(['paused', false]);
            game.host.sounds.resume(tells);
            await game.clock.advance(500);
            expect(stateOf(game, player)).toEqual(['playing', true]);
            void player.pause();
            await game.clock.advance(500);
            expect(stateOf(game, player)).toEqual(['paused', false]);
        }
    });

    it('that the game pauses while the host has it paused stays so, whenever the host goes on', async () => {
        for (const first of ['pause', 'resume']) {
            const { game, player } = await start({ switches });
            void player.play();
            await game.clock.advance(1000);
            game.host.sounds.pause(true);
            await game.clock.advance(500);
            if (first === 'resume') game.host.sounds.resume(false);
            void player.pause();
            await game.clock.advance(10);
            game.host.sounds.resume(false);
            await game.clock.advance(1000);
            expect(stateOf(game, player)).toEqual(['paused', false]);
            void player.play();
            await game.clock.advance(500);
            expect(stateOf(game, player)).toEqual(['playing', true]);
        }
    });

    it('paused and played by the game stays as the game wants it, however fast', async () => {
        const { game, player } = await start({ switches });
        void player.play();
        void player.pause();
        void player.play();
        await game.clock.advance(500);
        expect(stateOf(game, player)).toEqual(['playing', true]);
        void player.pause();
        await game.clock.advance(500);
        expect(stateOf(game, player)).toEqual(['paused', false]);
        void player.play();
        void player.pause();
        await game.clock.advance(500);
        expect(stateOf(game, player)).toEqual(['paused', false]);
    });

    it('goes on from its place after a pause, begins anew after a stop', async () => {
        const { game, player } = await start({ switches });
        void player.play();
        await game.clock.advance(4000);
        void player.pause();
        await game.clock.advance(2000);
        void player.play();
        await game.clock.advance(1000);
        expect(player.currentTime).toBeCloseTo(5, 0);
        void player.stop();
        await game.clock.advance(100);
        expect([player.state, player.currentTime, game.host.sounds.contexts.length]).toEqual(['stopped', 0, 0]);
        void player.play();
        await game.clock.advance(1000);
        expect(player.currentTime).toBeCloseTo(1, 0);
    });

    it('begins where it was sought before it played', async () => {
        const { game, player } = await start({ switches });
        void player.seek(30);
        void player.play();
        await game.clock.advance(3000);
        expect(player.currentTime).toBeGreaterThan(30);
        expect(player.currentTime).toBeLessThan(34);
        void player.seek(10);
        await game.clock.advance(2000);
        expect(player.currentTime).toBeCloseTo(12, 0);
    });

    it.each([0, 400, 1000])('is right when the host tells of everything %d ms late, or never', async (ms) => {
        for (const late of [ms, Infinity]) {
            const { game, player } = await start({ switches, audioDelay: () => late });
            const act = async (work: Promise<void>): Promise<[string, boolean]> => {
                void work;
                await game.clock.advance(1500);
                return stateOf(game, player);
            };
            expect(await act(player.play())).toEqual(['playing', true]);
            expect(await act(player.seek(20))).toEqual(['playing', true]);
            expect(await act(player.pause())).toEqual(['paused', false]);
            expect(await act(player.play())).toEqual(['playing', true]);
            expect(await act(player.stop())).toEqual(['stopped', false]);
            expect(await act(player.stop())).toEqual(['stopped', false]);
            expect(await act(player.play())).toEqual(['playing', true]);
            await game.clock.advance(60_000);
            expect(stateOf(game, player)).toEqual(['init', false]);
        }
    });
});

describe('a sound and the life of the game', () => {
    async function startPlaying(setup: HostSetup = {}) {
        const started = await start(setup);
        const { host, cc, clock } = started.game;
        host.my.onHide(() => cc.AudioPlayer.hide());
        host.my.onShow(() => cc.AudioPlayer.show());
        void started.player.play();
        await clock.advance(1000);
        return { ...started, lifecycle: host.lifecycle, sounds: host.sounds, clock };
    }

    it.each([
        ['the phone pauses it first and goes on by itself', true, true], ['the phone pauses it first and leaves it to the game', true, false], ['only the engine pauses it', false, false],
    ])('goes on after a call: %s', async (_name, byPhone, resumes) => {
        for (const tells of [true, false]) {
            const { game, player, lifecycle, sounds, clock } = await startPlaying();
            if (byPhone) {
                sounds.pause(tells);
                await clock.advance(500);
            }
            lifecycle.hide();
            await clock.advance(20_000);
            expect(stateOf(game, player)[1]).toBe(false);
            lifecycle.show();
            if (resumes) sounds.resume(tells);
            await clock.advance(2000);
            expect(stateOf(game, player)).toEqual(['playing', true]);
        }
    });

    it('that the game had paused does not go on after a call, even where the phone lets all sounds go on', async () => {
        const { game, player, lifecycle, sounds, clock } = await startPlaying();
        sounds.pause(true);
        await clock.advance(500);
        void player.pause();
        lifecycle.hide();
        await clock.advance(5000);
        lifecycle.show();
        sounds.resume(true);
        await clock.advance(2000);
        expect(stateOf(game, player)).toEqual(['paused', false]);
    });

    it('that ended while the game was hidden does not begin anew, told or not', async () => {
        for (const delay of [0, Infinity]) {
            const { game, player, lifecycle, clock } = await startPlaying({ audioDelay: () => delay });
            const { cc } = game;
            // A host that plays on in the background.
            cc.AudioPlayer.hide = () => {};
            lifecycle.hide();
            await clock.advance(70_000);
            lifecycle.show();
            await clock.advance(2000);
            expect(stateOf(game, player)).toEqual(['init', false]);
        }
    });

    it('that is looped goes on', async () => {
        const { game, player, clock } = await startPlaying();
        player.loop = true;
        await clock.advance(70_000);
        expect(stateOf(game, player)).toEqual(['playing', true]);
    });

    it('that is played once is stopped by a call, and goes on', async () => {
        const { game, clips, lifecycle, clock } = await startPlaying();
        const shot = await clock.until(game.cc.AudioPlayer.loadOneShotAudio(clips[0]!.native.url, 1));
        void clips[0]!.native.player.stop();
        shot.play();
        await clock.advance(1000);
        lifecycle.hide();
        await clock.advance(1000);
        expect(game.host.sounds.contexts.some(({ paused }) => !paused)).toBe(false);
        lifecycle.show();
        await clock.advance(61_000);
        expect([shot.ended, game.host.sounds.contexts.length]).toEqual([true, 0]);
    });
});

describe('the contexts of sounds', () => {
    it('are none for 50 loaded clips, and one for each that plays', async () => {
        const { game, clips } = await start({}, 50);
        expect([game.host.sounds.mostContexts, game.host.calls.count('createInnerAudioContext')]).toEqual([0, 0]);
        for (const { native: { player } } of clips.slice(0, 3)) void player.play();
        await game.clock.advance(1000);
        expect(game.host.sounds.contexts).toHaveLength(3);
        await game.clock.advance(60_000);
        expect([game.host.sounds.contexts.length, game.host.sounds.mostContexts]).toEqual([0, 3]);
    });

    it('are at most six, for paused sounds keep their place without one', async () => {
        const { game, clips } = await start({}, 10);
        for (const { native: { player } } of clips) {
            void player.play();
            await game.clock.advance(3000);
            void player.pause();
            await game.clock.advance(100);
        }
        expect(game.host.sounds.mostContexts).toBe(6);
        const { player } = clips[0]!.native;
        expect(player.currentTime).toBeCloseTo(3, 0);
        void player.play();
        await game.clock.advance(2000);
        expect(player.currentTime).toBeCloseTo(5, 0);
        expect(game.host.sounds.mostContexts).toBe(6);
    });

    it('are not taken from sounds that are heard', async () => {
        const { game, clips } = await start({}, 8);
        for (const { native: { player } } of clips) void player.play();
        await game.clock.advance(1000);
        expect(game.host.sounds.contexts.filter(({ paused }) => !paused)).toHaveLength(8);
    });

    it('go when a player is destroyed', async () => {
        const { game, player } = await start();
        void player.play();
        await game.clock.advance(1000);
        player.destroy();
        await game.clock.advance(1000);
        expect(game.host.sounds.contexts).toHaveLength(0);
    });

    it('tell a duration some time after a game asks for it, one at a time', async () => {
        const { game, clips } = await start({}, 20);
        expect(clips.map(({ native }) => native.duration)).toEqual(Array(20).fill(0));
        await game.clock.advance(2000);
        expect(clips.map(({ native }) => native.duration)).toEqual(Array(20).fill(60));
        expect([game.host.sounds.mostContexts, game.host.calls.count('createInnerAudioContext')]).toEqual([1, 20]);
    });

    it('are the host\'s own for a game that makes them itself', async () => {
        const { game } = await start();
        const own = game.host.my.createInnerAudioContext();
        expect(game.host.sounds.contexts).toEqual([own]);
    });
});

describe('sound', () => {
    it('plays once after its file moved into the cache and its temp file went', async () => {
        const { game, clips: [clip] } = await start();
        await game.settle();
        game.host.lifecycle.purgeTempFiles();
        const shot = await game.clock.until(game.cc.AudioPlayer.loadOneShotAudio(clip!.native.url, 1));
        expect(shot.src).not.toBe(clip!.native.url);
        expect(game.requests('.mp3')).toBe(1);
    });

    it('plays once after its file was evicted: it is fetched again', async () => {
        const { game, clips: [clip] } = await start();
        await game.settle();
        game.manager.clearCache();
        game.host.lifecycle.purgeTempFiles();
        game.host.lifecycle.purgeUserFiles();
        await game.settle();
        await game.clock.until(game.cc.AudioPlayer.loadOneShotAudio(clip!.native.url, 1));
        expect(game.requests('.mp3')).toBe(2);
        const player = await game.clock.until(game.cc.AudioPlayer.load(clip!.native.url));
        expect(player.state).toBe('init');
    });

    it('that is no sound does not stop the scene: it says so when it is played, and counts as ended', async () => {
        const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
        const { game, player, clips } = await start({ audioOutput: () => Promise.reject(new Error('no sound')) });
        void player.play();
        await game.clock.advance(1000);
        expect([player.state, game.host.sounds.contexts.length]).toEqual(['init', 0]);
        expect(String(warn.mock.calls)).toContain('this sound cannot be played');
        const shot = await game.clock.until(game.cc.AudioPlayer.loadOneShotAudio(clips[0]!.native.url, 1));
        shot.play();
        await game.clock.advance(1000);
        expect(shot.ended).toBe(true);
        warn.mockRestore();
    });

    it('is silent on a host without it, and the scene loads', async () => {
        const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
        const { game, player } = await start({ without: ['createInnerAudioContext'] });
        void player.play();
        await game.clock.advance(1000);
        expect(player.state).toBe('init');
        expect('createInnerAudioContext' in game.host.my).toBe(false);
        warn.mockRestore();
    });

    it.each(['relative', 'absolute'] as const)('of the package is found where paths are %s', async (packagePaths) => {
        const game = startGame({ host: { packageFiles: { 'a.mp3': sound }, switches: { packagePaths } } });
        const { player } = await game.loadRemote('a.mp3') as Clip['native'];
        void player.play();
        await game.clock.advance(500);
        expect(stateOf(game, player)).toEqual(['playing', true]);
    });

    it('has six channels', async () => {
        const { game } = await start();
        expect(game.cc.AudioPlayer.maxAudioChannel).toBe(6);
    });
});
