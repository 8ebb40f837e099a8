/** Globals for texts and their bytes: a small file of their own, since every engine asks for one at its start. */
export const textNames = ['atob', 'btoa', 'TextDecoder', 'TextEncoder'] as const;

/** The globals that many a game never asks for: they are a file of their own, loaded with the first of them. */
export const serviceNames = [
    'URL', 'URLSearchParams', 'AbortController', 'AbortSignal', 'Headers', 'Request', 'Response', 'fetch',
    'XMLHttpRequest', 'WebSocket', 'Audio', 'HTMLAudioElement', 'Blob', 'DOMException', 'File', 'FileReader', 'FormData', 'structuredClone',
] as const;
