import { isFailure } from './errors';
import { callHost, type Host } from './host';

/**
 * The host's key-value store, synchronous. Values are wrapped, failures are RETURNED, and a missing key may read
 * null or undefined (platform facts 3.9, runtime contract 6 #18). At most 200 KB a key, 10 MB in all (2.3).
 */
export interface Storage {
    /** The value of a key, or null. */
    read(key: string): string | null;
    /** Undefined when the value is stored, else what the host says: mostly that it is too long or the store full. */
    write(key: string, value: string): string | undefined;
    remove(key: string): void;
    clear(): void;
    keys(): readonly string[];
}

export function openStorage(my: Host): Storage {
    return {
        read(key) {
            const answer = callHost(my, 'getStorageSync', { key });
            const data = answer && (answer as { data?: unknown }).data;
            return data == null ? null : String(data);
        },
        write(key, data) {
            try {
                const answer = my.setStorageSync ? my.setStorageSync({ key, data }) : { error: true, errorMessage: 'no my.setStorageSync' };
                return isFailure(answer) ? (answer as { errorMessage?: string }).errorMessage || 'unknown error' : undefined;
            } catch (error) {
                return String(error);
            }
        },
        remove: (key) => void callHost(my, 'removeStorageSync', { key }),
        clear: () => void callHost(my, 'clearStorageSync'),
        keys: () => (callHost(my, 'getStorageInfoSync') as { keys?: readonly string[] } | undefined || {}).keys || [],
    };
}
