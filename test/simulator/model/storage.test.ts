import { describe, expect, it } from 'vitest';
import { ask, createTestHost } from './answers';

describe('storage', () => {
    it('platform facts 3.9: object arguments and wrapped results', () => {
        const { my } = createTestHost();
        my.setStorageSync({ key: 'a', data: { level: 3 } });
        expect(my.getStorageSync({ key: 'a' })).toEqual({ data: { level: 3 } });
        expect(my.getStorageInfoSync()).toEqual({ keys: ['a'], currentSize: 1, limitSize: 10 * 1024 });
        my.removeStorageSync({ key: 'a' });
        expect(my.getStorageSync({ key: 'a' })).toEqual({ data: null });
        my.setStorageSync({ key: 'b', data: 'x' });
        my.clearStorageSync();
        expect(my.getStorageInfoSync()).toMatchObject({ keys: [] });
    });

    it('runtime contract 6 #18: a missing key may be undefined', () => {
        expect(createTestHost({ switches: { missingStorageValue: 'undefined' } }).my.getStorageSync({ key: 'a' })).toEqual({ data: undefined });
    });

    it('keeps a copy, not the object', () => {
        const { my } = createTestHost();
        const data = { n: 1 };
        my.setStorageSync({ key: 'a', data });
        data.n = 2;
        expect(my.getStorageSync({ key: 'a' })).toEqual({ data: { n: 1 } });
    });

    it('platform facts 2.3: more than 200 KB in a key is error 14, returned', () => {
        const { my } = createTestHost();
        expect(my.setStorageSync({ key: 'a', data: 'x'.repeat(200 * 1024) })).toMatchObject({ error: 14 });
        expect(my.setStorageSync({ key: 'a', data: 'x'.repeat(200 * 1024 - 2) })).not.toHaveProperty('error');
        expect(my.setStorageSync({ key: '', data: 'x' })).toMatchObject({ error: 2 });
    });

    it('platform facts 2.3: more than 10 MB in all is error 12', () => {
        const { my } = createTestHost();
        const data = 'x'.repeat(199 * 1024);
        const errors: unknown[] = [];
        for (let index = 0; index < 52; index++) errors.push((my.setStorageSync({ key: `k${index}`, data }) as { error?: number }).error);
        expect(errors.indexOf(12)).toBe(51);
        expect(my.setStorageSync({ key: 'k0', data: 'short' })).not.toHaveProperty('error');
    });

    it('answers the asynchronous forms through callbacks', async () => {
        const host = createTestHost();
        const { my } = host;
        await ask(host, (callbacks) => my.setStorage?.({ key: 'a', data: [1], ...callbacks }));
        expect(await ask(host, (callbacks) => my.getStorage?.({ key: 'a', ...callbacks }))).toEqual({ data: [1] });
        expect(await ask(host, (callbacks) => my.getStorageInfo?.({ ...callbacks }))).toMatchObject({ keys: ['a'] });
        await ask(host, (callbacks) => my.removeStorage?.({ key: 'a', ...callbacks }));
        await ask(host, (callbacks) => my.clearStorage?.({ ...callbacks }));
        expect(host.disk.storage.size).toBe(0);
    });

    it('outlives a kill', () => {
        const host = createTestHost();
        host.my.setStorageSync({ key: 'a', data: 1 });
        expect(host.restart().my.getStorageSync({ key: 'a' })).toEqual({ data: 1 });
    });
});
