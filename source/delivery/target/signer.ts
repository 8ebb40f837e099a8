import aws4 from 'aws4';
import type { Credentials } from '../credentials';

export interface Signer {
    /** The headers with those of the signature (version 4) added. */
    sign(request: { readonly method: string; readonly url: URL; readonly headers: Readonly<Record<string, string>> }): Record<string, string>;
    /**
     * Takes the store's clock from the header `Date` of an answer, if it is further from ours than stores allow.
     * @returns whether it was: then a request signed anew may succeed.
     */
    learnClock(date: string | undefined): boolean;
}

/** Stores refuse signatures that are 15 minutes off; a clock that is 2 off is corrected before it gets there. */
const toleratedSkewMs = 2 * 60_000;

/** Signs for one store. The keys stay in here. */
export function createSigner(credentials: Credentials, region: string): Signer {
    let skewMs = 0;
    return {
        sign({ method, url, headers }) {
            const now = new Date(Date.now() + skewMs).toISOString().replace(/[:-]|\.\d{3}/g, '');
            const signed = aws4.sign({
                service: 's3', region, method, host: url.host, path: `${url.pathname}${url.search}`, headers: { ...headers, Host: url.host, 'X-Amz-Date': now },
            }, credentials);
            return signed.headers as Record<string, string>;
        },
        learnClock(date) {
            const serverTime = Date.parse(date ?? '');
            if (Number.isNaN(serverTime) || Math.abs(serverTime - (Date.now() + skewMs)) < toleratedSkewMs) return false;
            skewMs = serverTime - Date.now();
            return true;
        },
    };
}
