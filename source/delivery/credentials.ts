import { promises as fs } from 'node:fs';
import { BuildError, createProblem, exitCodes } from '../problems';
import type { S3Config } from './config-schema';

/** Access keys of a store. Kept by the one who signs; in no config, plan, manifest, record, log or error. */
export interface Credentials {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** The variables that the providers' own tools read; the first complete pair counts. */
const providers = [
    { id: 'AWS_ACCESS_KEY_ID', secret: 'AWS_SECRET_ACCESS_KEY', token: 'AWS_SESSION_TOKEN' },
    { id: 'ALIBABA_CLOUD_ACCESS_KEY_ID', secret: 'ALIBABA_CLOUD_ACCESS_KEY_SECRET', token: 'ALIBABA_CLOUD_SECURITY_TOKEN' },
    { id: 'TENCENTCLOUD_SECRET_ID', secret: 'TENCENTCLOUD_SECRET_KEY', token: 'TENCENTCLOUD_SESSION_TOKEN' },
] as const;

/** The variables, for messages. */
export const environmentNames = providers.map(({ id, secret }) => `${id} + ${secret}`).join(', ');

/**
 * Finds the keys: in the credentials file that the config names, else in the environment.
 * @throws BuildError AMG505, AMG506 (32). It names files, profiles and variables, never what they hold.
 */
export async function findCredentials({ credentials }: S3Config, environment: Environment): Promise<Credentials> {
    if (credentials !== undefined) return readCredentialsFile(credentials.file, credentials.profile ?? 'default');
    for (const { id, secret, token } of providers) {
        const found = completeKeys(environment[id], environment[secret], environment[token]);
        if (found) return found;
    }
    throw new BuildError([createProblem('AMG505', 'target', { variables: environmentNames })], exitCodes.badOptions);
}

async function readCredentialsFile(file: string, profile: string): Promise<Credentials> {
    const failed = (reason: string): BuildError => new BuildError([createProblem('AMG506', file, { profile, reason })], exitCodes.badOptions);
    const text = await fs.readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
        throw failed(error.code ?? 'unreadable');
    });
    const values = readProfile(text, profile);
    const found = completeKeys(values?.get('aws_access_key_id'), values?.get('aws_secret_access_key'), values?.get('aws_session_token'));
    if (!found) throw failed(values === undefined ? 'no such section' : 'a key is missing');
    return found;
}

/** One section of an INI file as AWS' tools write it; undefined where it is missing. */
function readProfile(text: string, profile: string): ReadonlyMap<string, string> | undefined {
    let values: Map<string, string> | undefined;
    let section = '';
    for (const line of text.replace(/^\uFEFF/, '').split(/\r?\n/)) {
        const heading = /^\s*\[([^\]]+)\]/.exec(line)?.[1];
        if (heading !== undefined) section = heading.trim();
        if (section !== profile) continue;
        values ??= new Map();
        const entry = /^\s*([^=#;[]+?)\s*=\s*(.*?)\s*$/.exec(line);
        if (entry) values.set((entry[1] ?? '').toLowerCase(), entry[2] ?? '');
    }
    return values;
}

function completeKeys(accessKeyId = '', secretAccessKey = '', sessionToken = ''): Credentials | undefined {
    if (accessKeyId === '' || secretAccessKey === '') return undefined;
    return { accessKeyId, secretAccessKey, ...(sessionToken === '' ? {} : { sessionToken }) };
}
