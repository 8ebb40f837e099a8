import { readFileSync } from 'node:fs';
import path from 'node:path';
import { profileNames, profileOfProbe, profiles, type HostProfile } from '../../source/platform';
import { parseProbeResult } from '../../source/simulator';

/**
 * Every client that tests run through: the known ones and, with `ALIPAY_PROFILE=FILE` in the environment, the one
 * that a probe found (`demo --probe`, docs/verify.md). For `it.each`: the name for the title, then the profile.
 */
export const sweptProfiles: readonly (readonly [name: string, profile: HostProfile])[] = [
    ...profileNames.map((name) => [name, profiles[name]] as const),
    ...probedProfiles(process.env['ALIPAY_PROFILE']),
];

function probedProfiles(file: string | undefined): (readonly [string, HostProfile])[] {
    if (!file) return [];
    const name = `${path.basename(file).replace(/\.json$/i, '')} (probe)`;
    return [[name, profileOfProbe(parseProbeResult(readFileSync(file, 'utf8'), file), name)]];
}
