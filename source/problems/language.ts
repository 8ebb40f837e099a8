import type { Language } from './text';

/**
 * The language to speak to somebody with these locales, the first one set counting: `zh_CN.UTF-8`, `zh-TW`, `en`.
 * English where none is known.
 */
export function languageOf(...locales: readonly (string | undefined)[]): Language {
    const locale = locales.find((candidate) => candidate !== undefined && candidate !== '') ?? '';
    return /^zh\b|^zh_/i.test(locale) ? 'zh' : 'en';
}

/** The language of the person whose environment variables these are. */
export function languageOfEnvironment(environment: Readonly<Record<string, string | undefined>>): Language {
    // The system's own is asked last: Intl takes some 15 ms of a command's start.
    return languageOf(environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || Intl.DateTimeFormat().resolvedOptions().locale);
}
