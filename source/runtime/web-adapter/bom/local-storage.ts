import { openStorage } from '../../my/storage';
import type { Host } from '../../my/host';

/** `localStorage` over the host's store. Keys and values are strings; a missing key reads null. */
export function createLocalStorage(my: Host): object {
    const { read, write, remove, clear, keys } = openStorage(my);
    return {
        getItem: (key: string) => read(String(key)),
        /** @throws a `QuotaExceededError` when the host does not store it: the store is full, or the value too long. */
        setItem(key: string, value: string) {
            const failure = write(String(key), String(value));
            if (failure) throw Object.assign(new Error(`localStorage.setItem("${key}"): ${failure}`), { name: 'QuotaExceededError', code: 22 });
        },
        removeItem: (key: string) => remove(String(key)),
        clear,
        key(index: number) {
            const key = keys()[index];
            return key === undefined ? null : key;
        },
        get length() {
            return keys().length;
        },
    };
}
