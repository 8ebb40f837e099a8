import { limits, storageErrors, type HostSwitches } from '../../platform';
import type { Callbacks, My, StorageInfo, StorageValue } from '../../platform/my';
import { fail, succeed, type Bridge, type Outcome } from './bridge';
import type { HostDisk } from './disk';
import type { Extent } from './faults';
import { encodeUtf8 } from './files/encoding';

type StorageCalls = Required<Pick<My,
    'setStorageSync' | 'getStorageSync' | 'removeStorageSync' | 'clearStorageSync' | 'getStorageInfoSync'
    | 'setStorage' | 'getStorage' | 'removeStorage' | 'clearStorage' | 'getStorageInfo'>>;

/** Key and value storage: object arguments, wrapped results, values kept as JSON (platform facts 2.3, 3.9). */
export function createStorageCalls(bridge: Bridge, { storage }: HostDisk, switches: HostSwitches): StorageCalls {
    const bytesOf = (key: string, value: string): number => encodeUtf8(key).byteLength + encodeUtf8(value).byteLength;
    const totalBytes = (): number => {
        let total = 0;
        for (const [key, value] of storage) total += bytesOf(key, value);
        return total;
    };

    const set = (key: unknown, data: unknown, extent: Extent): Outcome<{ success: true }> => {
        if (typeof key !== 'string' || key === '') return fail(storageErrors.badParameter, 'setStorage: key is not a string');
        const value = JSON.stringify(data) ?? 'null';
        const bytes = encodeUtf8(value).byteLength;
        if (bytes > limits.storageKeyBytes) return fail(storageErrors.valueTooLong, 'setStorage: data is too long');
        const old = storage.get(key);
        if (totalBytes() - (old === undefined ? 0 : bytesOf(key, old)) + bytesOf(key, value) > limits.storageBytes) {
            return fail(storageErrors.totalExceeded, 'setStorage: the storage is full');
        }
        // The platform's store is a database: a value is there or not, never half.
        if (extent === 'whole') storage.set(key, value);
        return succeed({ success: true }, bytes);
    };
    const get = (key: unknown): Outcome<StorageValue> => {
        if (typeof key !== 'string') return fail(storageErrors.badParameter, 'getStorage: key is not a string');
        const value = storage.get(key);
        if (value !== undefined) return succeed({ data: JSON.parse(value) as unknown }, value.length);
        return succeed({ data: switches.missingStorageValue === 'null' ? null : undefined });
    };
    const remove = (key: unknown, extent: Extent): Outcome<{ success: true }> => {
        if (extent === 'whole') storage.delete(String(key));
        return succeed({ success: true });
    };
    const clear = (extent: Extent): Outcome<{ success: true }> => {
        if (extent === 'whole') storage.clear();
        return succeed({ success: true });
    };
    const info = (): Outcome<StorageInfo> => succeed({
        keys: [...storage.keys()], currentSize: Math.ceil(totalBytes() / 1024), limitSize: limits.storageBytes / 1024,
    });

    const sync = <Result>(api: string, target: unknown, work: (extent: Extent) => Outcome<Result>): Result => (
        bridge.callSync({ api, group: 'storage', target: String(target ?? ''), work }) as Result
    );
    const async = <Result>(api: string, target: unknown, options: Callbacks<Result> | undefined, work: (extent: Extent) => Outcome<Result>): void => (
        bridge.call(options, { api, group: 'storage', target: String(target ?? ''), work })
    );
    return {
        setStorageSync: (options) => sync('setStorageSync', options?.key, (extent) => set(options?.key, options?.data, extent)),
        getStorageSync: (options) => sync('getStorageSync', options?.key, () => get(options?.key)),
        removeStorageSync: (options) => sync('removeStorageSync', options?.key, (extent) => remove(options?.key, extent)),
        clearStorageSync: () => sync('clearStorageSync', '', clear),
        getStorageInfoSync: () => sync('getStorageInfoSync', '', info),
        setStorage: (options) => async('setStorage', options.key, options, (extent) => set(options.key, options.data, extent)),
        getStorage: (options) => async('getStorage', options.key, options, () => get(options.key)),
        removeStorage: (options) => async('removeStorage', options.key, options, (extent) => remove(options.key, extent)),
        clearStorage: (options) => async('clearStorage', '', options, clear),
        getStorageInfo: (options) => async('getStorageInfo', '', options, info),
    };
}
