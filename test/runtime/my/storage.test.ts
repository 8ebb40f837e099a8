import { describe, expect, it } from 'vitest';
import { openStorage } from '../../../source/runtime/my/storage';
import { createAlipayHost } from '../../../source/simulator/model';

describe('openStorage (platform facts 3.9)', () => {
    it.each(['null', 'undefined'] as const)('reads null for a missing key, whatever the host says: %s', (missingStorageValue) => {
        const { read } = openStorage(createAlipayHost({ switches: { missingStorageValue } }).my);
        expect(read('none')).toBeNull();
    });

    it.each(['return', 'throw'] as const)('tells a failed write, whether the host does %s it', (syncErrors) => {
        const host = createAlipayHost({ switches: { syncErrors } });
        const { write, read } = openStorage(host.my);
        expect(write('a', 'x'.repeat(300 * 1024))).toMatch(/./);
        expect(read('a')).toBeNull();
        expect(write('b', 'y')).toBeUndefined();
        expect(read('b')).toBe('y');
    });

    it('reads a value another adapter stored unwrapped as text', () => {
        const host = createAlipayHost();
        host.my.setStorageSync({ key: 'n', data: 5 });
        expect(openStorage(host.my).read('n')).toBe('5');
    });
});
