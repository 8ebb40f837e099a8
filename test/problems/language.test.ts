import { describe, expect, it } from 'vitest';
import { languageOf, languageOfEnvironment } from '../../source/problems/language';

describe('languageOf', () => {
    it.each(['zh', 'zh_CN.UTF-8', 'zh-TW', 'ZH-hans'])('speaks Chinese to %s', (locale) => {
        expect(languageOf(locale)).toBe('zh');
    });

    it.each(['en', 'en_GB.UTF-8', 'C', 'POSIX', 'de', 'zhu', ''])('speaks English to "%s"', (locale) => {
        expect(languageOf(locale)).toBe('en');
    });

    it('goes by the first locale that is set', () => {
        expect(languageOf(undefined, '', 'zh', 'en')).toBe('zh');
        expect(languageOf()).toBe('en');
    });
});

describe('languageOfEnvironment', () => {
    it('reads the variables in the order of POSIX', () => {
        expect(languageOfEnvironment({ LANG: 'en_US.UTF-8', LC_ALL: 'zh_CN.UTF-8' })).toBe('zh');
        expect(languageOfEnvironment({ LANG: 'zh_CN.UTF-8', LC_MESSAGES: 'en_US.UTF-8' })).toBe('en');
    });
});
