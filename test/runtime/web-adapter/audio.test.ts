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
});
