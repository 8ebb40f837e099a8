/** Figures of the platform, each with its source. Bytes, unless the name says another unit. */
export const limits = {
    /** "4 M" for the main package, in the narrower reading of M (platform facts 2.1). */
    mainPackageBytes: 4_000_000,
    /** "20 M" for the main package and all subpackages together (platform facts 2.1). */
    wholePackageBytes: 20_000_000,
    /** All of `my.env.USER_DATA_PATH`; beyond it error 10028 (platform facts 2.3, program docs). */
    userDataBytes: 50 * 1024 * 1024,
    /** One file of user data (platform facts 2.3, program docs). */
    userFileBytes: 10 * 1024 * 1024,
    /** One key of `my.setStorage`; beyond it error 14 (platform facts 2.3). */
    storageKeyBytes: 200 * 1024,
    /** All keys of `my.setStorage`; beyond it error 12 (platform facts 2.3). */
    storageBytes: 10 * 1024 * 1024,
    /** Sockets open at the same time (platform facts 3.5). */
    sockets: 5,
    /** `my.request` without `timeout`, in milliseconds (platform facts 3.5). */
    requestTimeoutMs: 30_000,
    /** `my.downloadFile` without `timeout`, in milliseconds (platform facts 3.5). */
    downloadTimeoutMs: 60_000,
} as const;
