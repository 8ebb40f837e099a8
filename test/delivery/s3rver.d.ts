/** The part of the S3-compatible server that the tests use; it comes without declarations. */
declare module '@20minutes/s3rver' {
    interface Options {
        readonly address: string;
        readonly port: number;
        readonly silent: boolean;
        readonly directory: string;
        readonly configureBuckets: readonly { readonly name: string; readonly configs: readonly string[] }[];
        /** `<bucket>.<serviceEndpoint>` names a bucket by the host name, if `vhostBuckets`. */
        readonly serviceEndpoint: string;
        readonly vhostBuckets: boolean;
    }

    export default class S3rver {
        constructor(options: Options);
        allowMismatchedSignatures: boolean;
        /** Koa's; the log is the first. */
        readonly middleware: unknown[];
        run(): Promise<{ readonly port: number }>;
        close(): Promise<void>;
    }
}

declare module '@20minutes/s3rver/lib/signature/v4' {
    interface Canonical {
        readonly method: string;
        readonly uri: string;
        readonly querystring: string;
        readonly headers: Readonly<Record<string, string | string[] | undefined>>;
        readonly timestamp: string | string[] | undefined;
    }

    export function getStringToSign(canonical: Canonical, signature: { readonly credential: Readonly<Record<'date' | 'region' | 'service' | 'termination', string>>; readonly signedHeaders: readonly string[] }): string;
    export function getSigningKey(secret: string, date: string, region: string, service: string): Buffer;
}
