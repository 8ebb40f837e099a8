import { afterEach, beforeEach, describe, it, vi } from 'vitest';
import { sweptProfiles } from '../environment/swept-profiles';
import { disturbances, playDisturbed, playLate, playSilent, playSwitches } from '../runtime/engine-adapter/host-sweeps';

beforeEach(() => { vi.spyOn(console, 'warn').mockImplementation(() => undefined); });
afterEach(() => { vi.restoreAllMocks(); });

const patience = 1_200_000;

describe.each(sweptProfiles)('a game plays on %s', (_name, profile) => {
    it('whichever value a switch has', () => playSwitches(profile), patience);
    it('however late the host answers and in whatever order, and at its next start from the cache', () => playLate(profile, 100), patience);
    it('although some calls are never answered', () => playSilent(profile, 100), patience);
    it.each(disturbances)('%s, at any moment', (_title, happen) => playDisturbed(profile, happen), patience);
});
