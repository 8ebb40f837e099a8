/** Alipay's error numbers by what they mean. The same number means different things in different families of calls. */
export const fileErrors = {
    badParameter: 2,
    unknown: 3,
    notFound: 10022,
    isDirectory: 10023,
    noPermission: 10024,
    exists: 10025,
    notEmpty: 10027,
    overQuota: 10028,
    /** A typed array instead of an ArrayBuffer, as the simulator answers it (platform facts 3.4). */
    badData: 90000,
} as const;

/** Platform facts 3.5. */
export const networkErrors = {
    badParameter: 2,
    unknown: 3,
    aborted: 9,
    offline: 12,
    timeout: 13,
    /** `dataType: 'json'` (the default) and a body that is no JSON. */
    notJson: 14,
    /** An HTTP status of 400 or more, on the hosts that answer it with `fail`. */
    httpStatus: 19,
    /** `http:` or `ws:` instead of `https:` or `wss:`. */
    insecureUrl: 20,
} as const;

/** Platform facts 2.3. */
export const storageErrors = {
    badParameter: 2,
    totalExceeded: 12,
    valueTooLong: 14,
} as const;
