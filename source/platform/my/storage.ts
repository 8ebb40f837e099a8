import type { Callbacks, SyncAnswer, SyncDone } from './calls';

/** `data` is null for a missing key; `undefined` has been seen [3.9]. */
export interface StorageValue { readonly data: unknown }
/** Sizes in KB. */
export interface StorageInfo {
    readonly keys: readonly string[];
    readonly currentSize: number;
    readonly limitSize: number;
}

/** Small values that stay. */
export interface StorageCalls {
    /** 200 KB a key (error 14), 10 MB in all (error 12) [2.3]. */
    setStorageSync(options: { key: string; data: unknown }): SyncAnswer<SyncDone>;
    getStorageSync(options: { key: string }): SyncAnswer<StorageValue>;
    removeStorageSync(options: { key: string }): SyncAnswer<SyncDone>;
    clearStorageSync(): SyncAnswer<SyncDone>;
    getStorageInfoSync(): SyncAnswer<StorageInfo>;
    setStorage?(options: { key: string; data: unknown } & Callbacks): void;
    getStorage?(options: { key: string } & Callbacks<StorageValue>): void;
    removeStorage?(options: { key: string } & Callbacks): void;
    clearStorage?(options?: Callbacks): void;
    getStorageInfo?(options: Callbacks<StorageInfo>): void;
}
