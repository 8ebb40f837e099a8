import type { JSONSchema7 } from 'json-schema';
import type { Language } from '../problems';

/** Where files go. Paths in a config are relative to the config's file. */
export type TargetConfig =
    | { readonly type: 'directory'; readonly path: string }
    | {
        readonly type: 's3';
        readonly endpoint: string;
        readonly bucket: string;
        readonly region: string;
        readonly prefix?: string;
        readonly addressing?: 'virtual-host' | 'path';
        readonly acl?: 'public-read' | 'private';
        readonly credentials?: { readonly file: string; readonly profile?: string };
    }
    | { readonly type: 'command'; readonly command: readonly string[] };

export type S3Config = Extract<TargetConfig, { type: 's3' }>;
export type CommandConfig = Extract<TargetConfig, { type: 'command' }>;

/** What a deploy config says. */
export interface DeployConfig {
    readonly target: TargetConfig;
    /** Transfers at the same time. */
    readonly parallel?: number;
    /** Attempts for each file. */
    readonly attempts?: number;
    /** Where players find what is delivered, for a package that does not say it. */
    readonly publicUrl?: string;
    /** As `--verify-url`. */
    readonly verifyUrl?: boolean;
}

export const parallelRange = { minimum: 1, maximum: 64, usual: 8 } as const;
const attemptRange = { minimum: 1, maximum: 20, usual: 6 } as const;

/** An address without user, query and fragment: those could hold secrets, and would end up in logs. */
const address = { type: 'string', pattern: '^https?://[^/?#@\\s]+(/[^?#@\\s]*)?$' } as const;

type Texts = Readonly<Record<Language, string>>;

/** Descriptions by the key they stand at. */
const texts: Readonly<Record<string, Texts>> = {
    target: { en: 'Where the remote folder is delivered to.', zh: '远程资源的部署目标。' },
    path: { en: 'A folder, relative to this file: a mounted server, or what rsync sends on.', zh: '文件夹，相对于本文件：挂载的服务器目录，或由 rsync 继续传送的目录。' },
    endpoint: { en: 'The store\'s S3-compatible address without the bucket, e.g. https://s3.oss-cn-hangzhou.aliyuncs.com', zh: '对象存储的 S3 兼容地址，不含存储桶，例如 https://s3.oss-cn-hangzhou.aliyuncs.com' },
    bucket: { en: 'The bucket\'s name.', zh: '存储桶名称。' },
    region: { en: 'The region the signature names, e.g. oss-cn-hangzhou.', zh: '签名所用的地域，例如 oss-cn-hangzhou。' },
    prefix: { en: 'Folder in the bucket that `remoteUrl` points at.', zh: '`remoteUrl` 指向的存储桶内文件夹。' },
    addressing: { en: 'virtual-host (usual): the bucket is part of the host name. path: it is the first part of the path, as MinIO wants it.', zh: 'virtual-host（默认）：存储桶是主机名的一部分；path：存储桶是路径的第一段，如 MinIO。' },
    acl: { en: 'Access of each object, where the bucket\'s own policy does not say it.', zh: '每个对象的访问权限；存储桶策略已规定时无需设置。' },
    credentials: { en: 'A credentials file as AWS\' tools write it; without it the keys come from the environment.', zh: '与 AWS 工具格式相同的凭据文件；不设置时从环境变量读取密钥。' },
    command: { en: 'A program and its arguments, run once per list of files. {folder} is the folder, {list} a file with one path per line.', zh: '程序及其参数，对每个文件列表运行一次。{folder} 为文件夹，{list} 为每行一个路径的列表文件。' },
    parallel: { en: 'Files sent at the same time.', zh: '同时传送的文件数。' },
    attempts: { en: 'Attempts for each file, with growing waits.', zh: '每个文件的尝试次数，等待时间逐次增长。' },
    publicUrl: { en: 'Where players find the files, if the package does not say it (`remoteUrl`).', zh: '玩家访问文件的地址；包中没有 `remoteUrl` 时使用。' },
    verifyUrl: { en: 'Fetches a config from the public address afterwards and compares it.', zh: '部署后从公开地址下载一个 config 并比较。' },
};

function objectSchema(properties: Readonly<Record<string, JSONSchema7>>, required: readonly string[]): JSONSchema7 {
    return { type: 'object', properties: { ...properties }, required: [...required], additionalProperties: false };
}

const targetSchemas: readonly JSONSchema7[] = [
    objectSchema({ type: { const: 'directory' }, path: { type: 'string', pattern: '\\S' } }, ['type', 'path']),
    objectSchema({
        type: { const: 's3' },
        endpoint: address,
        bucket: { type: 'string', pattern: '^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$' },
        region: { type: 'string', pattern: '^[a-zA-Z0-9-]+$' },
        // `.` and `..` would be resolved in the address, and the listing would look elsewhere.
        prefix: { type: 'string', pattern: '^(?!(.*/)?\\.\\.?(/|$))([^/\\\\]+(/[^/\\\\]+)*/?)?$' },
        addressing: { type: 'string', enum: ['virtual-host', 'path'], default: 'virtual-host' },
        acl: { type: 'string', enum: ['public-read', 'private'] },
        credentials: objectSchema({ file: { type: 'string', pattern: '\\S' }, profile: { type: 'string', pattern: '\\S', default: 'default' } }, ['file']),
    }, ['type', 'endpoint', 'bucket', 'region']),
    objectSchema({ type: { const: 'command' }, command: { type: 'array', items: { type: 'string' }, minItems: 1 } }, ['type', 'command']),
];

/**
 * JSON Schema (draft-07) of a deploy config.
 * @param language adds descriptions, for editors; without it the schema holds only what a validator needs.
 */
export function deployConfigSchema(language?: Language): JSONSchema7 {
    const range = ({ minimum, maximum, usual }: { minimum: number; maximum: number; usual: number }): JSONSchema7 => ({ type: 'integer', minimum, maximum, default: usual });
    const schema = objectSchema({
        $schema: { type: 'string' },
        // Read by ajv (it makes its findings name the one target that is meant); editors do without.
        target: { type: 'object', discriminator: { propertyName: 'type' }, oneOf: [...targetSchemas] } as JSONSchema7,
        parallel: range(parallelRange),
        attempts: range(attemptRange),
        publicUrl: address,
        verifyUrl: { type: 'boolean', default: false },
    }, ['target']);
    if (language === undefined) return schema;
    return { $schema: 'http://json-schema.org/draft-07/schema#', ...described(schema, language) };
}

function described(schema: JSONSchema7, language: Language): JSONSchema7 {
    const properties = Object.entries(schema.properties ?? {}).map(([key, value]) => {
        if (typeof value === 'boolean') return [key, value] as const;
        const text = texts[key]?.[language];
        return [key, { ...(text === undefined ? {} : { description: text }), ...described(value, language) }] as const;
    });
    const branches = schema.oneOf?.map((branch) => (typeof branch === 'boolean' ? branch : described(branch, language)));
    return {
        ...schema,
        ...(properties.length > 0 ? { properties: Object.fromEntries(properties) } : {}),
        ...(branches === undefined ? {} : { oneOf: branches }),
    };
}

/** The keys that are allowed at a place of the config: of the root, of the target's type, of its credentials. */
export function knownKeys(place: readonly string[], targetType: unknown): string[] {
    const root = deployConfigSchema();
    if (place.length === 0) return Object.keys(root.properties ?? {});
    const target = targetSchemas.find(({ properties }) => (properties?.['type'] as JSONSchema7).const === targetType);
    const owner = place.length === 1 ? target : target?.properties?.[place[1] ?? ''] as JSONSchema7 | undefined;
    return Object.keys(owner?.properties ?? {});
}
