/** Whether a text is what HTTP calls a token: a method, a name of a header, a protocol of a socket. */
export const isToken = (text: string): boolean => /^[!#$%&'*+.^_`|~\w-]+$/.test(text);
