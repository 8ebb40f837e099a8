/** Whether a text is what HTTP calls a token: a method, a name of a header, a protocol of a socket. */
export const isToken = (text: string): boolean => /^[!#$%&'*+.^_`|~\w-]+$/.test(text);

/** A value without the blanks around it. Undefined for one that cannot travel. */
export function toHeaderValue(value: unknown): string | undefined {
    const trimmed = String(value).replace(/^[\t\n\r ]+|[\t\n\r ]+$/g, '');
    return /[\0\r\n]|[^\0-\xff]/.test(trimmed) ? undefined : trimmed;
}

/** The standard methods stand in upper case; any other is as it was given. */
export const toMethod = (method: string): string => /^(delete|get|head|options|post|put)$/i.test(method) ? method.toUpperCase() : method;

/** Methods that speak to proxies, or to the browser: no script may send them. */
export const isForbiddenMethod = (method: string): boolean => /^(connect|trace|track)$/i.test(method);
