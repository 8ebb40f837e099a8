/**
 * What went wrong in a host call, in one vocabulary.
 * `unanswered` is ours: the host called neither `success` nor `fail` in the time the caller allows.
 */
export type HostErrorKind =
    | 'not-found' | 'exists' | 'is-folder' | 'not-empty' | 'no-permission' | 'quota'
    | 'offline' | 'timeout' | 'aborted' | 'bad-parameter' | 'unsupported' | 'unanswered' | 'unknown';

/** Alipay's numbers (platform facts 3.4 and 3.5). They are the same in every API but storage, which has its own 12 and 14. */
const kindOfCode: Readonly<Record<number, HostErrorKind>> = {
    2: 'bad-parameter',
    9: 'aborted',
    12: 'offline',
    13: 'timeout',
    10022: 'not-found',
    10023: 'is-folder',
    10024: 'no-permission',
    10025: 'exists',
    10027: 'not-empty',
    10028: 'quota',
};

/**
 * What the words of a failure mean, for clients whose number is missing or new. Filled by `error-texts.ts`: what runs at
 * a start decides nothing by them.
 */
export const kindOfText: (readonly [RegExp, HostErrorKind])[] = [];

/** A failed host call. `message` names the API, its subject (a path or an address) and the host's own words. */
export class HostError extends Error {
    constructor(readonly kind: HostErrorKind, api: string, subject = '', said = '', readonly code?: number) {
        super(`my ${api} ${subject}: ${said || kind}${code === undefined ? '' : ` (error ${code})`}`);
        this.name = 'HostError';
    }
}

/** The fields in which hosts report an error: Alipay's own pair, and the aliases newer clients and shims add. */
interface Reported {
    readonly error?: unknown;
    readonly errorCode?: unknown;
    readonly errorMessage?: unknown;
    readonly errMsg?: unknown;
    readonly message?: unknown;
    readonly success?: unknown;
}

/**
 * Whether an answer reports a failure. Synchronous calls return `{error, errorMessage}` instead of throwing, and
 * some say `{success: false}` (platform facts 3.4, 4.2 row 14); a success callback may be given the same shape.
 */
export function isFailure(answer: unknown): boolean {
    const { error, success } = (answer || {}) as Reported;
    return Boolean(error) || success === false;
}

/**
 * Turns whatever a host returned, passed to `fail` or threw into a `HostError`.
 * @param api the host function's name, as in `copyFile`
 * @param subject the path or address the call was about
 */
export function toHostError(raw: unknown, api: string, subject?: string): HostError {
    if (raw instanceof HostError) return raw;
    const reported: Reported = typeof raw === 'string' ? { message: raw } : (raw || {}) as Reported;
    const number = Number(reported.error === undefined ? reported.errorCode : reported.error);
    const code = Number.isFinite(number) ? number : undefined;
    const said = String(reported.errorMessage || reported.errMsg || reported.message || (code === undefined && reported.error) || '');
    let kind = code === undefined ? undefined : kindOfCode[code];
    if (kind === undefined) {
        const match = kindOfText.find(([pattern]) => pattern.test(said));
        kind = match ? match[1] : 'unknown';
    }
    return new HostError(kind, api, subject, said, code);
}
