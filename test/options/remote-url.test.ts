import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRemoteUrl } from '../../source/options/remote-url';

const codesOf = (address: string): string[] => checkRemoteUrl(address, 'server').problems.map(({ code }) => code);

describe('checkRemoteUrl', () => {
    it.each([
        ['https://cdn.example.com', 'https://cdn.example.com/'],
        ['https://cdn.example.com/game', 'https://cdn.example.com/game/'],
        ['https://cdn.example.com/game/', 'https://cdn.example.com/game/'],
        ['https://cdn.example.com/game///', 'https://cdn.example.com/game/'],
        ['  https://cdn.example.com/game\n', 'https://cdn.example.com/game/'],
        ['HTTPS://CDN.Example.com:443/Game', 'https://cdn.example.com/Game/'],
        ['https://cdn.example.com:8443/a/../b', 'https://cdn.example.com:8443/b/'],
        ['https://例子.测试/游戏', 'https://xn--fsqu00a.xn--0zwm56d/%E6%B8%B8%E6%88%8F/'],
    ])('brings %j into one form', (address, remoteUrl) => {
        expect(checkRemoteUrl(address, 'server')).toEqual({ remoteUrl, problems: [] });
    });

    it.each(['', '   '])('takes %j for not set', (address) => {
        expect(checkRemoteUrl(address, 'server')).toEqual({ remoteUrl: '', problems: [] });
    });

    it.each(['cdn.example.com', '/game/', '//cdn.example.com/', 'https:cdn.example.com', 'https:///game', 'https://', 'https://a b/', 'https://[::1', 'https://cdn.example.com:99999/'])('refuses %j: not a complete address', (address) => {
        expect(codesOf(address)).toEqual(['AMG110']);
    });

    it.each(['http://cdn.example.com/', 'ftp://cdn.example.com/', 'http://192.168.1.2/', 'http://localhost.example.com/', 'http://127.0.0.1.example.com/'])('refuses %j: not https', (address) => {
        expect(codesOf(address)).toEqual(['AMG111']);
    });

    it.each(['http://localhost:8080/', 'http://127.0.0.1/', 'http://127.9.9.9/', 'http://[::1]:80/', 'http://cdn.localhost/'])('allows %j with a warning: this computer', (address) => {
        const { remoteUrl, problems } = checkRemoteUrl(address, 'server');
        expect(problems).toMatchObject([{ code: 'AMG112', level: 'warning' }]);
        expect(remoteUrl).not.toBe('');
    });

    it.each(['https://a.example.com/?', 'https://a.example.com/?v=1', 'https://a.example.com/#', 'https://a.example.com?x#y'])('refuses %j: a query or a fragment', (address) => {
        expect(codesOf(address)).toEqual(['AMG113']);
    });

    it.each(['https://user@a.example.com/', 'https://user:password@a.example.com/', 'https://:password@a.example.com/'])('refuses %j without repeating it', (address) => {
        const { remoteUrl, problems } = checkRemoteUrl(address, 'server');
        expect(problems.map(({ code }) => code)).toEqual(['AMG114']);
        expect(remoteUrl).toBe('');
        expect(JSON.stringify(problems)).not.toMatch(/user|password/);
    });

    it('gives, for any address it accepts, one that it accepts unchanged and that ends in one slash', () => {
        fc.assert(fc.property(fc.webUrl({ validSchemes: ['https'], withQueryParameters: false }), (address) => {
            const { remoteUrl, problems } = checkRemoteUrl(address, 'server');
            expect(problems).toEqual([]);
            expect(remoteUrl).toMatch(/^https:\/\/.*[^/]\/$/);
            expect(checkRemoteUrl(remoteUrl, 'server').remoteUrl).toBe(remoteUrl);
        }), { numRuns: 2000 });
    });

    it('never throws, whatever the text', () => {
        fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl({ withFragments: true }), fc.string().map((text) => `https://${text}`)), (address) => {
            const { remoteUrl, problems } = checkRemoteUrl(address, 'server');
            expect(remoteUrl === '' || new URL(remoteUrl).protocol.startsWith('http')).toBe(true);
            expect(problems.every(({ where }) => where === 'server')).toBe(true);
        }), { numRuns: 3000 });
    });
});
