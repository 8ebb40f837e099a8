import { describe, expect, it } from 'vitest';
import { causeOf, type FailureCause } from '../../../source/runtime/first-screen/failure/cause';
import { HostError, toHostError, type HostErrorKind } from '../../../source/runtime/my/errors';

const url = 'https://cdn.example.com/remote/main/import/aa/aa.json';
const download = (kind: HostErrorKind, code?: number, said = ''): HostError => new HostError(kind, 'downloadFile', url, said, code);

describe('why a start failed', () => {
    it.each([
        ['failed', 'no network', download('offline', 12)],
        ['failed', 'no answer in time', download('timeout', 13)],
        ['failed', 'no answer at all', new HostError('unanswered', `downloadFile ${url}`)],
        ['failed', 'something else of a download', download('unknown')],
        ['failed', 'a server with a fault', download('unknown', 503)],
        ['failed', 'a server with too much to do', download('unknown', 429)],
        ['failed', 'a server that waited too long', download('unknown', 408)],
        ['failed', 'a subpackage', toHostError({ error: 2, errorMessage: 'x' }, 'loadSubpackage', 'main')],
        ['damaged', 'a missing file', download('unknown', 404)],
        ['damaged', 'a file that nobody may see', download('unknown', 403)],
        ['damaged', 'a torn file', download('unknown', undefined, 'arrived damaged')],
        ['damaged', 'a file that is no JSON, in V8', new SyntaxError('Unexpected token < in JSON at position 0')],
        ['damaged', 'a file that is no JSON, in JavaScriptCore', new SyntaxError('JSON Parse error: Unrecognized token \'<\'')],
        ['damaged', 'a picture', new Error('Load image (x) failed')],
        ['damaged', 'no room', new HostError('quota', 'unzip', '/usr/data/gamecaches/a.zip')],
        ['damaged', 'a file that was unpacked', new HostError('not-found', 'readFile', 'https://usr/gamecaches/a/res/b.json')],
        ['broken', 'a file of the package', new HostError('not-found', 'readFile', 'assets/main/config.json')],
        ['broken', 'a file of a lean package, with a slash', new HostError('not-found', 'readFile', '/subpackages/cocos-game/assets/main/config.json')],
        ['broken', 'code', new TypeError('x is undefined')],
        ['broken', 'nothing that says why', undefined],
        ['tooOld', 'a client without subpackages', new HostError('unsupported', 'loadSubpackage', 'cocos-game')],
    ] as readonly [FailureCause, string, unknown][])('%s: %s', (cause, _name, error) => {
        expect(causeOf(error, cause === 'broken')).toBe(cause);
        if (cause !== 'broken' && error instanceof HostError) expect(causeOf(error, true)).toBe(cause);
    });

    it('an error without a kind is the code\'s where code was run', () => {
        expect([causeOf(new Error('mine'), true), causeOf(new Error('mine'), false), causeOf(new ReferenceError('x'), false)]).toEqual(['broken', 'damaged', 'broken']);
    });
});
