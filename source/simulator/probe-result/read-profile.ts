import { promises as fs } from 'node:fs';
import path from 'node:path';
import type { ErrorObject } from 'ajv';
import { probeResultFormat, probeResultVersion, profileNames, profileOfProbe, profiles, type HostProfile, type ProbeResult, type ProfileName } from '../../platform';
import { BuildError, closestName, createProblem, exitCodes, type BuildProblem } from '../../problems';
import { validateProbeResult } from './generated/validators.js';

/**
 * The host profile that a person names: one of the known clients, or a file with a probe's result.
 * @param written a name of `profileNames`, or a path.
 * @throws BuildError (32) AMG613 neither, AMG614 the file is no probe result, AMG615 it is of a newer version.
 */
export async function readProfile(written: string): Promise<HostProfile> {
    if (isProfileName(written)) return profiles[written];
    let text: string;
    try {
        text = await fs.readFile(written, 'utf8');
    } catch (error) {
        throw failure(unknownProfile(written, (error as NodeJS.ErrnoException).code ?? ''));
    }
    return profileOfProbe(parseProbeResult(text, written), `${path.basename(written).replace(/\.json$/i, '')} (probe)`);
}

/**
 * Reads a probe's result from text, such as somebody pasted it: what stands before and after the JSON is passed over.
 * @param where how problems name the text.
 * @throws BuildError (32) AMG614, AMG615
 */
export function parseProbeResult(text: string, where: string): ProbeResult {
    let content: unknown;
    try {
        content = JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1));
    } catch (error) {
        throw failure(createProblem('AMG614', where, { reason: (error as Error).message }));
    }
    const { format, version } = content as Partial<Record<keyof ProbeResult, unknown>>;
    if (format !== probeResultFormat) throw failure(createProblem('AMG614', where, { reason: `format is ${JSON.stringify(format) ?? 'missing'}` }));
    if (typeof version === 'number' && version > probeResultVersion) throw failure(createProblem('AMG615', where, { version, known: probeResultVersion }));
    if (!validateProbeResult(content)) throw failure(createProblem('AMG614', where, { reason: describe(validateProbeResult.errors?.[0]) }));
    return content as ProbeResult;
}

function isProfileName(name: string): name is ProfileName {
    return profileNames.some((known) => known === name);
}

function unknownProfile(written: string, reason: string): BuildProblem {
    const suggestion = /[/\\.]/.test(written) ? undefined : closestName(written, profileNames);
    return createProblem('AMG613', '--profile', { value: written, reason, choices: suggestion ?? profileNames.join(', ') });
}

/** The place in the result and what must be there: `switches.packagePaths must be equal to one of the allowed values: …`. */
function describe(error: ErrorObject | undefined): string {
    if (!error) return 'unknown form';
    const place = error.instancePath.slice(1).replace(/\//g, '.');
    const { allowedValues, additionalProperty } = error.params as { allowedValues?: readonly unknown[]; additionalProperty?: string };
    const detail = allowedValues ? `: ${allowedValues.join(', ')}` : additionalProperty === undefined ? '' : `: ${additionalProperty}`;
    return `${place} ${error.message ?? ''}${detail}`.trim();
}

function failure(problem: BuildProblem): BuildError {
    return new BuildError([problem], exitCodes.badOptions);
}
