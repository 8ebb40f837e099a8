import { describe, expect, it } from 'vitest';
import type { InnerAudioContext } from '../../../source/platform';
import type { AudioVoice, HostSetup } from '../../../source/simulator/model';
import { createTestHost, type TestHost } from './answers';

function start(setup: HostSetup = {}): { host: TestHost; audio: InnerAudioContext; heard: string[] } {
    const host = createTestHost({ packageFiles: { 'a.mp3': Uint8Array.from([1]) }, ...setup });
    const audio = host.my.createInnerAudioContext();
    const heard: string[] = [];
    audio.onCanPlay?.(() => heard.push('canplay'));
    audio.onPlay(() => heard.push('play'));
    audio.onPause(() => heard.push('pause'));
    audio.onStop(() => heard.push('stop'));
    audio.onEnded(() => heard.push('ended'));
    audio.onError(() => heard.push('error'));
    return { host, audio, heard };
}

describe('audio (platform facts 3.7)', () => {
    it('loads, plays to its end and says so', async () => {
        const { host, audio, heard } = start();
        audio.src = 'a.mp3';
        await host.clock.advance(10);
        audio.play();
        expect(audio.paused).toBe(false);
        await host.clock.advance(500);
        expect(audio.currentTime).toBeCloseTo(0.5);
        await host.clock.advance(600);
        expect(heard).toEqual(['canplay', 'play', 'ended']);
        expect([audio.paused, audio.currentTime, audio.duration]).toEqual([true, 0, 1]);
    });

    it('a play before it has loaded begins when it has', async () => {
        const { host, audio, heard } = start();
        audio.src = 'a.mp3';
        audio.play();
        await host.clock.advance(10);
        expect(heard).toEqual(['canplay', 'play']);
    });

    it('autoplay, loop, rate and seek', async () => {
        const { host, audio, heard } = start();
        audio.autoplay = true;
        audio.loop = true;
        audio.src = 'a.mp3';
        await host.clock.advance(2300);
        expect(audio.currentTime).toBeCloseTo(0.3, 1);
        audio.loop = false;
        audio.playbackRate = 2;
        audio.seek(0);
        await host.clock.advance(501);
        expect(heard).toEqual(['canplay', 'play', 'ended']);
    });

    it('two pauses fire one onPause; play goes on from there', async () => {
        const { host, audio, heard } = start();
        audio.src = 'a.mp3';
        audio.play();
        await host.clock.advance(400);
        audio.pause();
        audio.pause();
        await host.clock.advance(5000);
        expect(audio.currentTime).toBeCloseTo(0.4, 1);
        audio.play();
        await host.clock.advance(700);
        expect(heard).toEqual(['canplay', 'play', 'pause', 'play', 'ended']);
    });

    it('stop goes to the beginning', async () => {
        const { host, audio, heard } = start();
        audio.src = 'a.mp3';
        audio.play();
        await host.clock.advance(400);
        audio.stop();
        await host.clock.advance(5000);
        expect([audio.currentTime, heard.join()]).toEqual([0, 'canplay,play,stop']);
    });

    it('onCanPlay with a capital P, and absent on some devices', () => {
        const { audio } = start({ switches: { audioOnCanPlay: true } });
        expect('onCanPlay' in audio && 'offCanPlay' in audio && !('onCanplay' in audio)).toBe(true);
        const other = start({ switches: { audioOnCanPlay: false } }).audio;
        expect('onCanPlay' in other || 'offCanPlay' in other).toBe(false);
    });

    it('onPlay may never fire', async () => {
        const { host, audio, heard } = start({ switches: { audioOnPlay: false } });
        audio.src = 'a.mp3';
        audio.play();
        await host.clock.advance(2000);
        expect(heard).toEqual(['canplay', 'ended']);
    });

    it('a missing file, or one that is no sound, is an error', async () => {
        const { host, audio, heard } = start({ audioOutput: () => Promise.reject(new Error('no sound')) });
        audio.src = 'missing.mp3';
        await host.clock.advance(10);
        audio.src = 'a.mp3';
        await host.clock.advance(10);
        expect(heard).toEqual(['error', 'error']);
    });

    it('does nothing after destroy', async () => {
        const { host, audio, heard } = start();
        audio.src = 'a.mp3';
        await host.clock.advance(10);
        audio.destroy();
        audio.play();
        await host.clock.advance(2000);
        expect(heard).toEqual(['canplay']);
    });

    it('plays through the environment\'s output', async () => {
        const played: string[] = [];
        const voice: AudioVoice = {
            duration: 3,
            play: (from, { volume, loop }) => played.push(`play ${from} ${volume} ${loop}`),
            change: ({ volume }) => played.push(`volume ${volume}`),
            stop: () => played.push('stop'),
        };
        const { host, audio } = start({ audioOutput: () => Promise.resolve(voice) });
        audio.volume = 0.5;
        audio.startTime = 1;
        audio.src = 'a.mp3';
        audio.play();
        await host.clock.advance(10);
        audio.volume = 0.2;
        audio.pause();
        expect(played).toEqual(['play 1 0.5 false', 'volume 0.2', 'stop']);
        expect(audio.duration).toBe(3);
    });

    it('plays a download by its temp path', async () => {
        const { host, audio, heard } = start();
        host.disk.write('/tmp/alipay/x.audio', Uint8Array.from([1]));
        audio.src = 'https://resource/x.audio';
        await host.clock.advance(10);
        expect(heard).toEqual(['canplay']);
    });
});
