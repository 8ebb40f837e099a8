const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const compressed = /^[0-9a-f]{2}[A-Za-z0-9+/]{20}$/;

/**
 * The asset id that file names carry, of the id that a release build's config carries: two hexadecimal digits stay,
 * then each two of twenty base64 digits stand for three hexadecimal ones. A part after `@` (a sub-asset) stays too.
 * Anything else is an id already: a full one, or the nine digits of a pack or an atlas (host-builds).
 */
export function expandUuid(id: string): string {
    const at = id.indexOf('@');
    const uuid = at < 0 ? id : id.slice(0, at);
    if (!compressed.test(uuid)) return id;
    let digits = uuid.slice(0, 2);
    for (let index = 2; index < uuid.length; index += 2) {
        const bits = alphabet.indexOf(uuid.charAt(index)) * 64 + alphabet.indexOf(uuid.charAt(index + 1));
        digits += bits.toString(16).padStart(3, '0');
    }
    const full = [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20)].join('-');
    return at < 0 ? full : full + id.slice(at);
}
