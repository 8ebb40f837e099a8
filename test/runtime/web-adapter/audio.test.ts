import { describe, expect, it } from 'vitest';
import { installAdapter, type Installed } from './installed';

function play({ window }: Installed): { audio: any; log: string[] } { // eslint-disable-line @typescript-eslint/no-explicit-any -- as a game sees it
    const audio = new window['Audio']('a.mp3');
    const log: string[] = [];
    for (const type of ['canplaythrough', 'play', 'playing', 'pause', 'ended', 'error']) audio.addEventListener(type, () => log.push(type));
    return { audio, log };
}

describe('Audio (platform facts 3.7)', () => {
    it.each([{ audioOnPlay: true, audioOnCanPlay: true }, { audioOnPlay: false, audioOnCanPlay: false }])('can be played, and tells of it once: %j', async (switches) => {
        const installed = installAdapter({ switches, packageFiles: { 'a.mp3': new Uint8Array(100) } });
        const { audio, log } = play(installed);
        await installed.clock.advance(100);
        expect(log).toEqual(['canplaythrough']);
        expect([audio.paused, audio.readyState]).toEqual([true, 4]);
        await audio.play();
        expect(audio.paused).toBe(false);
        await installed.clock.advance(10);
        audio.pause();
        audio.pause();
        await installed.clock.advance(10);
        expect(log).toEqual(['canplaythrough', 'play', 'playing', 'pause']);
        expect(installed.host.calls.count('InnerAudioContext.play')).toBe(1);
    });

    it.each([true, false])('that plays by itself knows it, and can be paused; onPlay fires: %s', async (audioOnPlay) => {
        const installed = installAdapter({ switches: { audioOnPlay }, packageFiles: { 'a.mp3': new Uint8Array(100) } });
        const { audio, log } = play(installed);
        audio.autoplay = true;
        await installed.clock.advance(100);
        expect(audio.paused).toBe(false);
        expect(log).toEqual(['canplaythrough', 'play', 'playing']);
        audio.pause();
        await installed.clock.advance(10);
        expect(log.slice(3)).toEqual(['pause']);
        expect(installed.host.calls.count('InnerAudioContext.pause')).toBe(1);
    });

    it('keeps its settings, and is muted without forgetting its volume', () => {
        const installed = installAdapter();
        const { my } = installed.host;
        const make = my.createInnerAudioContext;
        let volume = (): number => NaN;
        my.createInnerAudioContext = () => {
            const context = make.call(my);
            volume = () => context.volume;
            return context;
        };
        const { audio } = play(installed);
        expect([audio.volume, audio.loop, audio.muted, audio.currentTime]).toEqual([1, false, false, 0]);
        audio.volume = 0.5;
        audio.loop = true;
        audio.muted = true;
        expect([audio.volume, audio.loop, audio.muted, volume()]).toEqual([0.5, true, true, 0]);
        audio.muted = false;
        expect([audio.volume, volume()]).toEqual([0.5, 0.5]);
    });

    it('says what it can play, and is an element', () => {
        const { window } = installAdapter();
        const audio = window['document'].createElement('audio');
        expect(audio.tagName).toBe('AUDIO');
        expect([audio.canPlayType('audio/mpeg'), audio.canPlayType('audio/ogg')]).toEqual(['maybe', '']);
    });

    it('is silent on a host without sound', async () => {
        const installed = installAdapter({ without: ['createInnerAudioContext'] });
        const { audio, log } = play(installed);
        await audio.play();
        audio.pause();
        await installed.clock.advance(10);
        expect(log).toContain('canplaythrough');
        expect(audio.paused).toBe(true);
    });

    describe('contexts', () => {
        const alive = ({ host: { calls } }: Installed): number => calls.count('createInnerAudioContext') - calls.count('InnerAudioContext.destroy');
        const packageFiles = { 'a.mp3': new Uint8Array(100), 'b.mp3': new Uint8Array(100) };

        it('of sounds that are played and forgotten are all destroyed', async () => {
            const installed = installAdapter({ packageFiles });
            const logs = Array.from({ length: 50 }, () => {
                const { audio, log } = play(installed);
                void audio.play();
                return log;
            });
            expect(alive(installed)).toBe(50);
            await installed.clock.advance(60_000);
            expect(alive(installed)).toBe(0);
            for (const log of logs) expect(log.filter((type) => type === 'ended')).toHaveLength(1);
        });

        it('are made anew to play again, with the settings that were made', async () => {
            const installed = installAdapter({ packageFiles });
            const { audio, log } = play(installed);
            audio.playbackRate = 2;
            await audio.play();
            await installed.clock.advance(60_000);
            const { duration } = audio;
            expect([audio.ended, audio.paused, duration > 0, alive(installed)]).toEqual([true, true, true, 0]);
            audio.currentTime = 0;
            const from = installed.clock.now();
            await audio.play();
            expect([audio.ended, audio.paused, audio.playbackRate, alive(installed)]).toEqual([false, false, 2, 1]);
            audio.addEventListener('ended', () => log.push(`after ${installed.clock.now() - from} ms`));
            await installed.clock.advance(60_000);
            expect(log).toEqual(['play', 'playing', 'canplaythrough', 'ended', 'play', 'playing', 'ended', expect.stringMatching(/^after \d+ ms$/)]);
            expect(Math.abs(Number(/\d+/.exec(log[7] as string)?.[0]) - duration * 500)).toBeLessThan(100);
        });

        it('of a source that is replaced, or taken away, are destroyed', async () => {
            const installed = installAdapter({ packageFiles });
            const { audio, log } = play(installed);
            await audio.play();
            await installed.clock.advance(10);
            audio.src = 'b.mp3';
            expect([audio.paused, alive(installed), audio.src]).toEqual([true, 1, 'b.mp3']);
            audio.src = '';
            await installed.clock.advance(60_000);
            expect([alive(installed), audio.src, log.includes('ended')]).toEqual([0, '', false]);
        });

        it('live on while a sound loops or rests', async () => {
            const installed = installAdapter({ packageFiles });
            const [looping, resting] = [play(installed), play(installed)];
            looping.audio.loop = true;
            await looping.audio.play();
            await installed.clock.advance(60_000);
            resting.audio.pause();
            expect([alive(installed), looping.audio.paused, looping.log.includes('ended')]).toEqual([2, false, false]);
        });

        it('that failed are destroyed; the next play tries again', async () => {
            const installed = installAdapter({ packageFiles: {} });
            const { audio, log } = play(installed);
            await installed.clock.advance(1000);
            expect([log, alive(installed), Boolean(audio.error)]).toEqual([['error'], 0, true]);
            await audio.play();
            await installed.clock.advance(1000);
            expect(log).toEqual(['error', 'play', 'playing', 'error']);
            expect(alive(installed)).toBe(0);
        });

        it('that were destroyed tell nothing any more, whatever the host does', async () => {
            const installed = installAdapter({ packageFiles });
            const { my } = installed.host;
            const make = my.createInnerAudioContext;
            const late: (() => void)[] = [];
            my.createInnerAudioContext = () => {
                const context = make.call(my);
                return Object.assign(context, { onStop: (listener: () => void) => late.push(listener) });
            };
            const { audio, log } = play(installed);
            await audio.play();
            audio.src = 'b.mp3';
            await audio.play();
            late[0]?.();
            expect([audio.paused, log.includes('pause')]).toEqual([false, false]);
            late[1]?.();
            expect([audio.paused, log.includes('pause')]).toEqual([true, true]);
        });
    });
});
