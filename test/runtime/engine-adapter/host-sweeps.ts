/** A whole game with our adapters, played on many hosts in turn. The tests say how many. */
import { expect } from 'vitest';
import { eachSwitchValue, type HostProfile } from '../../../source/platform';
import type { AlipayHost, CallRecord } from '../../../source/simulator/model';
import { play, wellPlayed } from './played-game';

/** Each value of each switch, or every `step`-th from `first` on. */
export async function playSwitches(profile: HostProfile, step = 1, first = 0): Promise<void> {
    for (const [index, { name, value, switches }] of eachSwitchValue().entries()) {
        if (index % step !== first) continue;
        const { played } = await play({ profile, switches });
        expect(played, `${name} ${String(value)}`).toMatchObject(wellPlayed);
    }
}

/** Answers that come after 0 to 1,000 ms in any order, at the first start and at the next one from the cache. */
export async function playLate(profile: HostProfile, seeds: number): Promise<void> {
    for (let seed = 1; seed <= seeds; seed++) {
        const { played, host } = await play({ profile, latency: { seed, most: 1000 } });
        expect(played, `seed ${seed}`).toMatchObject(wellPlayed);
        const again = await play({ latency: { seed, most: 1000 } }, { host: host.restart() });
        expect(again.played, `seed ${seed}, the next start`).toMatchObject(wellPlayed);
    }
}

/** Downloads and writes of which a tenth are never answered; no download twice, since the engine tries only so often. */
export async function playSilent(profile: HostProfile, seeds: number): Promise<void> {
    for (let seed = 1; seed <= seeds; seed++) {
        const asked = new Set<string>();
        const concerns = ({ api, target }: CallRecord): boolean => {
            const isFirst = !asked.has(target);
            if (api === 'downloadFile') asked.add(target);
            return api === 'downloadFile' ? isFirst : /^FileSystemManager\.(writeFile|copyFile|rename|unlink|mkdir)$/.test(api);
        };
        const { played } = await play({ profile, silence: { seed, chance: 0.1, concerns } });
        expect(played, `seed ${seed}`).toMatchObject(wellPlayed);
    }
}

/** What the system or the player may do at any moment. */
export const disturbances: readonly (readonly [string, (host: AlipayHost) => void])[] = [
    ['is hidden, and shown after two seconds', ({ lifecycle, clock }) => {
        lifecycle.hide();
        clock.schedule(() => lifecycle.show(), 2000);
    }],
    ['loses its WebGL context', ({ lifecycle }) => lifecycle.loseContext()],
    ['is hidden, loses its context and is shown', ({ lifecycle, clock }) => {
        lifecycle.hide();
        lifecycle.loseContext();
        clock.schedule(() => lifecycle.show(), 2000);
    }],
    ['is turned round, and back', ({ user, clock }) => {
        user.rotate('landscape');
        clock.schedule(() => user.rotate('portrait'), 500);
    }],
];

/** Disturbs the start, the downloads and the typing after every `step`-th call of the host. */
export async function playDisturbed(profile: HostProfile, happen: (host: AlipayHost) => void, step = 1): Promise<void> {
    const { played: { calls } } = await play({ profile });
    expect(calls).toBeGreaterThan(60);
    for (let at = 1; at <= calls; at += step) {
        const { played } = await play({ profile }, { disturbance: { at, happen } });
        expect(played, `after call ${at}`).toMatchObject(wellPlayed);
    }
}
