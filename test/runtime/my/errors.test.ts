import { describe, expect, it } from 'vitest';
import '../../../source/runtime/my/error-texts';
import { HostError, isFailure, toHostError } from '../../../source/runtime/my/errors';

describe('Alipay\'s errors in one vocabulary', () => {
    it.each([
        [{ error: 10022, errorMessage: '' }, 'not-found'],
        [{ error: 10025, errorMessage: '' }, 'exists'],
        [{ error: 10028, errorMessage: '' }, 'quota'],
        [{ error: '10028', errorMessage: '' }, 'quota'],
        [{ errorCode: 10028 }, 'quota'],
        [{ error: 2 }, 'bad-parameter'],
        [{ error: 3, errorMessage: '用户数据目录空间不足' }, 'quota'],
        [{ errMsg: 'writeFile:fail the maximum size of the file storage limit is exceeded' }, 'quota'],
        [new Error('ENOSPC: no space left on device'), 'quota'],
        ['copyFile:fail no such file or directory', 'not-found'],
        [{ errMsg: 'mkdir:fail file already exists' }, 'exists'],
        [{ error: 'no such file' }, 'not-found'],
        [undefined, 'unknown'],
        [{}, 'unknown'],
    ])('%j is of kind %s', (raw, kind) => {
        expect(toHostError(raw, 'copyFile', '/a/b').kind).toBe(kind);
    });

    it('says which call, about what, and the host\'s own words and number', () => {
        const error = toHostError({ error: 10024, errorMessage: 'not yours' }, 'unlink', '/usr/data/x');
        expect(error).toBeInstanceOf(HostError);
        expect(error.message).toBe('my unlink /usr/data/x: not yours (error 10024)');
        expect(error.code).toBe(10024);
        expect(toHostError({ errorMessage: 'odd' }, 'stat').message).toBe('my stat : odd');
    });

    it('leaves an error alone that it made itself', () => {
        const error = new HostError('quota', 'copyFile');
        expect(toHostError(error, 'stat')).toBe(error);
        expect(error.message).toContain('quota');
    });

    it.each([
        [{ error: 10022, errorMessage: '' }, true], [{ success: false }, true], [{ success: true }, false], [{}, false], [undefined, false], [{ data: '' }, false],
    ])('isFailure(%j) is %s', (answer, failed) => {
        expect(isFailure(answer)).toBe(failed);
    });
});
