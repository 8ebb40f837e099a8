import { createHash } from 'node:crypto';
import path from 'node:path';
import type { S3Config } from '../config-schema';
import type { Credentials } from '../credentials';
import type { HttpClient, HttpRequest, HttpResponse } from '../http-client';
import { inParallel } from '../in-parallel';
import type { RemoteObject } from '../manifest';
import { TransferError } from '../retry';
import { parseObjectPage, type ListedObject } from './object-listing';
import type { Attempt, ObjectStore } from './object-target';
import { createSigner } from './signer';

/** Our own header: stores keep `x-amz-meta-*` with an object, and an encrypted object's ETag is not its md5. */
const hashHeader = 'x-amz-meta-sha256';
const emptySha256 = createHash('sha256').digest('hex');

export interface S3Setup {
    readonly config: S3Config;
    readonly credentials: Credentials;
    /** The folder that holds `remote/`. */
    readonly source: string;
    readonly client: HttpClient;
    readonly parallel: number;
}

/** A bucket of an S3-compatible store as target: Alibaba OSS, Tencent COS, AWS S3, MinIO and others. */
export function createS3Store({ config, credentials, source, client, parallel }: S3Setup): ObjectStore {
    const { bucket, region, acl } = config;
    const endpoint = new URL(config.endpoint);
    const prefix = config.prefix === undefined || config.prefix === '' ? '' : `${config.prefix.replace(/\/$/, '')}/`;
    const basePath = endpoint.pathname.replace(/\/$/, '');
    const host = config.addressing === 'path' ? endpoint.host : `${bucket}.${endpoint.host}`;
    const root = `${endpoint.protocol}//${host}${basePath}${config.addressing === 'path' ? `/${bucket}` : ''}`;
    const signer = createSigner(credentials, region);

    /** Sends a signed request; where the store finds this machine's clock wrong, once more by the store's clock. */
    const send = async (request: Omit<HttpRequest, 'url'> & { readonly key: string; readonly query?: string; readonly sha256?: string }): Promise<HttpResponse> => {
        const { key, query = '', sha256 = emptySha256, headers = {}, ...rest } = request;
        const url = new URL(`${root}${key === '' ? '' : `/${encodeKey(key)}`}${query}`);
        const attempt = (): Promise<HttpResponse> => client.send({ ...rest, url, headers: signer.sign({ method: request.method, url, headers: { ...headers, 'X-Amz-Content-Sha256': sha256 } }) });
        const response = await attempt();
        return response.status === 403 && signer.learnClock(response.headers.date) ? attempt() : response;
    };
    const head = (file: RemoteObject): Promise<HttpResponse> => send({ method: 'HEAD', key: prefix + file.path });

    const listObjects = async (wanted: ReadonlySet<string>, attempt: Attempt): Promise<ReadonlyMap<string, ListedObject> | 'forbidden'> => {
        const found = new Map<string, ListedObject>();
        let marker: string | undefined = '';
        while (marker !== undefined) {
            // Version 1 of the call: of the stores named above not all know version 2.
            const query: string = `?encoding-type=url&marker=${encodeKey(marker).replace(/\//g, '%2F')}&max-keys=1000&prefix=${encodeKey(`${prefix}remote/`).replace(/\//g, '%2F')}`;
            const body = await attempt(async () => {
                const response = await send({ method: 'GET', key: '', query });
                if (response.status === 403 && errorCodeOf(response) === 'AccessDenied') return undefined;
                if (response.status !== 200) throw failureOf(response);
                return response.body;
            });
            // Keys that may only put and head objects are a good idea; then each object is asked for by itself.
            if (body === undefined) return 'forbidden';
            const page = parseObjectPage(body);
            for (const object of page.objects) if (wanted.has(object.key)) found.set(object.key, object);
            // A store that does not know markers would send its first page for ever.
            marker = page.nextMarker === marker ? undefined : page.nextMarker;
        }
        return found;
    };

    return {
        name: `${root}/${prefix}`,
        async findPresent(files, attempt) {
            const presence = new Map<string, 'same' | 'other'>();
            const listed = await listObjects(new Set(files.map((file) => prefix + file.path)), attempt);
            const uncertain: RemoteObject[] = [];
            for (const file of files) {
                const object = listed === 'forbidden' ? undefined : listed.get(prefix + file.path);
                if (object?.bytes === file.bytes && object.etag === file.md5) presence.set(file.path, 'same');
                else if (object !== undefined && object.bytes !== file.bytes) presence.set(file.path, 'other');
                else if (object !== undefined || listed === 'forbidden') uncertain.push(file);
            }
            await inParallel(uncertain, parallel, async (file) => {
                const response = await attempt(async () => {
                    const answer = await head(file);
                    // A store answers 403 for an object that is not there to keys that may not list.
                    if (answer.status === 404 || (answer.status === 403 && listed === 'forbidden')) return undefined;
                    if (answer.status !== 200) throw failureOf(answer);
                    return answer;
                });
                if (response === undefined) return;
                const isSame = Number(response.headers['content-length']) === file.bytes && (etagOf(response) === file.md5 || response.headers[hashHeader] === file.sha256);
                presence.set(file.path, isSame ? 'same' : 'other');
            });
            return presence;
        },
        async put(file, onBytes) {
            const response = await send({
                method: 'PUT',
                key: prefix + file.path,
                sha256: file.sha256,
                headers: {
                    'Content-Type': file.contentType,
                    'Cache-Control': file.cacheControl,
                    'Content-MD5': Buffer.from(file.md5, 'hex').toString('base64'),
                    [hashHeader]: file.sha256,
                    ...(acl === undefined ? {} : { 'x-amz-acl': acl }),
                },
                file: { path: path.join(source, file.path), bytes: file.bytes, onBytes },
            });
            if (response.status !== 200) throw failureOf(response);
        },
        async findDamage(file) {
            const response = await head(file);
            if (response.status === 404) return 'the store does not have it';
            if (response.status !== 200) throw failureOf(response);
            const length = response.headers['content-length'];
            if (length !== undefined && Number(length) !== file.bytes) return `${length} bytes arrived, not ${file.bytes}`;
            if (length !== undefined && etagOf(response) === file.md5) return undefined;
            // Encrypted or rewritten on the way: only the bytes themselves tell.
            const hash = createHash('sha256');
            const whole = await send({ method: 'GET', key: prefix + file.path, onBody: (chunk) => hash.update(chunk) });
            if (whole.status !== 200) throw failureOf(whole);
            return hash.digest('hex') === file.sha256 ? undefined : 'other bytes arrived';
        },
    };
}

/** Each part of a key percent-encoded as signature version 4 wants it (RFC 3986), its slashes kept. */
function encodeKey(key: string): string {
    return key.split('/').map((part) => encodeURIComponent(part).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)).join('/');
}

function etagOf({ headers }: HttpResponse): string {
    return (headers.etag ?? '').replace(/"/g, '').toLowerCase();
}

function errorCodeOf({ body }: HttpResponse): string {
    return /<Code>([\w.]{1,80})<\/Code>/.exec(body)?.[1] ?? '';
}

/** Codes that say the keys, or the place, are wrong: no retry mends those. */
const verdicts: Readonly<Record<string, 'keys' | 'bucket'>> = {
    AccessDenied: 'keys', InvalidAccessKeyId: 'keys', SignatureDoesNotMatch: 'keys', ExpiredToken: 'keys', InvalidToken: 'keys',
    NoSuchBucket: 'bucket', PermanentRedirect: 'bucket', TemporaryRedirect: 'bucket', AuthorizationHeaderMalformed: 'bucket', InvalidBucketName: 'bucket', SecondLevelDomainForbidden: 'bucket',
};

/** Failures that pass besides 5xx: time-outs, throttling, and bodies that were damaged on their way. */
const passingStatus: readonly number[] = [408, 409, 425, 429];
const passingCodes: readonly string[] = ['RequestTimeout', 'SlowDown', 'BadDigest', 'IncompleteBody', 'XAmzContentSHA256Mismatch', 'RequestTimeTooSkewed'];

/** Only status and code of an answer are told: its text may repeat what was signed. */
function failureOf(response: HttpResponse): TransferError {
    const { status, headers } = response;
    const code = errorCodeOf(response);
    const message = code === '' ? `HTTP ${status}` : `HTTP ${status} ${code}`;
    const passes = status >= 500 || passingStatus.includes(status) || passingCodes.includes(code);
    const seconds = Number(headers['retry-after'] ?? 0);
    if (passes) return new TransferError(message, 'again', Number.isFinite(seconds) ? seconds * 1000 : 0);
    const usual = status === 401 || status === 403 ? 'keys' : status >= 300 && status < 400 ? 'bucket' : 'refused';
    return new TransferError(message, verdicts[code] ?? usual);
}
