/** The globals that many a game never asks for: they are a file of their own, loaded with the first of them. */
export const serviceNames = [
    'atob', 'btoa', 'TextDecoder', 'TextEncoder', 'URL', 'URLSearchParams', 'AbortController', 'AbortSignal', 'Headers', 'Request', 'Response', 'fetch',
    'XMLHttpRequest', 'WebSocket', 'Audio', 'HTMLAudioElement', 'Blob', 'DOMException', 'File', 'FileReader', 'FormData', 'structuredClone',
] as const;
