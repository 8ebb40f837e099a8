/**
 * What the page may do: its own files and nothing else. Pictures and sounds of the inspector come as blobs.
 */
export const pagePolicy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob: data:",
    "media-src blob:",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
].join('; ');

/**
 * What the game may do in its Worker: load the package's scripts and ask this server. No `unsafe-eval`: eval, new
 * Function and timers of strings fail as they do on a phone (platform facts 2.5).
 * @param allowNetwork also lets it open secure sockets to anywhere; requests still pass through the server.
 */
export function workerPolicy(allowNetwork: boolean): string {
    return [
        "default-src 'none'",
        "script-src 'self'",
        `connect-src 'self'${allowNetwork ? ' wss:' : ''}`,
        "base-uri 'none'",
    ].join('; ');
}

/** Sent with every answer: no other site may read, frame or keep it. */
export const commonHeaders: Readonly<Record<string, string>> = {
    'Cache-Control': 'no-store',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
};
