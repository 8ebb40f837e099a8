import type { CacheEvents } from './contract';

type Listener<Type extends keyof CacheEvents> = (event: CacheEvents[Type]) => void;

/** Tells a game's listeners. One that throws keeps neither the cache nor other listeners from their work. */
export function createCacheEvents() {
    const listeners: { [Type in keyof CacheEvents]: Set<Listener<Type>> } = { evicted: new Set(), full: new Set() };
    return {
        on<Type extends keyof CacheEvents>(type: Type, listener: Listener<Type>): void {
            (listeners[type] as Set<Listener<Type>>).add(listener);
        },
        off<Type extends keyof CacheEvents>(type: Type, listener: Listener<Type>): void {
            (listeners[type] as Set<Listener<Type>>).delete(listener);
        },
        emit<Type extends keyof CacheEvents>(type: Type, event: CacheEvents[Type]): void {
            for (const listener of [...listeners[type] as Set<Listener<Type>>]) {
                try {
                    listener(event);
                } catch (error) {
                    console.error(error);
                }
            }
        },
    };
}
