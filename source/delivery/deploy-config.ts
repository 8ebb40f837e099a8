import type { ErrorObject } from 'ajv';
import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { BuildError, closestName, createProblem, exitCodes, type BuildProblem } from '../problems';
import { knownKeys, type DeployConfig, type TargetConfig } from './config-schema';
import { environmentNames } from './credentials';
import { validateDeployConfig } from './generated/validators.js';

/** The name under which a project keeps its deploy config, in its root: what hosts read, having no command line. */
export const projectConfigName = 'alipay-deploy.json';

/**
 * Finds a project's deploy config: `alipay-deploy.json` in the nearest folder around a build.
 * @throws BuildError AMG507 (32) if there is none.
 */
export async function findProjectConfig(buildDirectory: string): Promise<string> {
    for (let folder = path.resolve(buildDirectory); ; folder = path.dirname(folder)) {
        const file = path.join(folder, projectConfigName);
        const isThere = await fs.access(file).then(() => true, () => false);
        if (isThere) return file;
        if (folder === path.dirname(folder)) break;
    }
    throw new BuildError([createProblem('AMG507', projectConfigName, {})], exitCodes.badOptions);
}

/** Keys under which people keep secrets. Their values are never looked at. */
const secretKey = /secret|password|passwd|token|access_?key/i;

/**
 * Reads a deploy config: a JSON object with `target`, or one whose section `deploy` is that object, so that a build
 * config can hold it too. Paths in the result are absolute.
 * @throws BuildError (32) with every problem of the config.
 */
export async function readDeployConfig(file: string): Promise<DeployConfig> {
    let content: unknown;
    try {
        content = JSON.parse((await fs.readFile(file, 'utf8')).replace(/^\uFEFF/, ''));
    } catch (error) {
        // A parser quotes what it stumbles over, which may be a secret.
        const reason = error instanceof SyntaxError ? 'JSON syntax' : (error as Error).message;
        throw new BuildError([createProblem('AMG500', file, { reason })], exitCodes.badOptions);
    }
    const section = isObject(content) && 'deploy' in content ? content['deploy'] : content;
    const problems = validateSection(section, file);
    if (problems.length > 0) throw new BuildError(problems, exitCodes.badOptions);
    const config = section as DeployConfig;
    return { ...config, target: withAbsolutePaths(config.target, path.dirname(path.resolve(file))) };
}

function validateSection(section: unknown, file: string): BuildProblem[] {
    if (!isObject(section)) return [createProblem('AMG500', file, { reason: 'no JSON object' })];
    const secrets = secretPlaces(section);
    if (secrets.length > 0) return secrets.map((place) => createProblem('AMG504', place, { variables: environmentNames }));
    return validateDeployConfig(section) ? [] : (validateDeployConfig.errors ?? []).map((error) => problemOf(error, section));
}

function problemOf({ instancePath, keyword, params }: ErrorObject, section: Readonly<Record<string, unknown>>): BuildProblem {
    const place = instancePath.split('/').slice(1);
    const where = place.join('.') || 'deploy';
    const limits = params as Readonly<Record<string, unknown>>;
    switch (keyword) {
        case 'additionalProperties': {
            const key = String(limits['additionalProperty']);
            const target = section['target'];
            const known = knownKeys(place, isObject(target) ? target['type'] : undefined);
            const suggestion = closestName(key, known);
            const keyPath = [...place, key].join('.');
            return suggestion === undefined ? createProblem('AMG501', keyPath, { known: known.join(', ') }) : createProblem('AMG502', keyPath, { suggestion });
        }
        case 'required':
            return createProblem('AMG509', where, { property: String(limits['missingProperty']) });
        case 'discriminator':
            return createProblem('AMG503', `${where}.type`, { rule: 'directory | s3 | command' });
        case 'enum':
            return createProblem('AMG503', where, { rule: (limits['allowedValues'] as readonly unknown[]).join(' | ') });
        case 'type':
            return createProblem('AMG503', where, { rule: String(limits['type']) });
        case 'pattern':
            return createProblem('AMG503', where, { rule: String(limits['pattern']) });
        default:
            return createProblem('AMG503', where, { rule: `${String(limits['comparison'] ?? '>=')} ${String(limits['limit'])}` });
    }
}

/** Places of keys that name secrets, at any depth. */
function secretPlaces(value: unknown, place: readonly string[] = []): string[] {
    if (!isObject(value)) return [];
    return Object.entries(value).flatMap(([key, inner]) => (secretKey.test(key) ? [[...place, key].join('.')] : secretPlaces(inner, [...place, key])));
}

function withAbsolutePaths(target: TargetConfig, folder: string): TargetConfig {
    const absolute = (written: string): string => path.resolve(folder, written.replace(/^~(?=[/\\]|$)/, () => os.homedir()));
    if (target.type === 'directory') return { ...target, path: absolute(target.path) };
    if (target.type === 's3' && target.credentials) return { ...target, credentials: { ...target.credentials, file: absolute(target.credentials.file) } };
    return target;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
