import { afterEach, beforeEach, describe, it, vi } from 'vitest';
import { profiles } from '../../../source/platform';
import { sweptProfiles } from '../../environment/swept-profiles';
import { disturbances, playDisturbed, playLate, playSilent, playSwitches } from './host-sweeps';

/* A part of what the model can be; `npm run test:deep` plays on all of it. */

beforeEach(() => { vi.spyOn(console, 'warn').mockImplementation(() => undefined); });
afterEach(() => { vi.restoreAllMocks(); });

describe.each(sweptProfiles.map(([name, profile], index) => [name, profile, index] as const))('a game plays on %s', (_name, profile, index) => {
    // Each value on one of the clients.
    it('whichever value a switch has', () => playSwitches(profile, sweptProfiles.length, index));
    it('however late the host answers and in whatever order, and at its next start from the cache', () => playLate(profile, 2));
    it('although some calls are never answered', () => playSilent(profile, 1));
});

describe('a game at any moment of its start, its downloads and while the player types', () => {
    it.each(disturbances)('%s', (_name, happen) => playDisturbed(profiles.android, happen, 15));
});
