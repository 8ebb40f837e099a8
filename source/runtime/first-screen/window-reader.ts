import type { SafeArea, SystemInfo } from '../../platform/my';
import type { GlobalScope } from '../my/host';

/**
 * What every adapter offers the engine as `__globalAdapter` (runtime contract 2); the safe area comes from ours. It keeps
 * the answers at hand, turned for a landscape game (platform facts 4.1 #1): cheap enough for every frame, and right
 * after a resize without a listener.
 */
export interface WindowReader {
    getSystemInfoSync(): SystemInfo;
    getSafeArea?(): SafeArea;
}

export function findWindowReader(scope: GlobalScope): WindowReader {
    return scope['__globalAdapter'] as WindowReader;
}

/** The language of the phone's texts: Chinese where the phone says none. */
export function findLanguage(reader: WindowReader): 'en' | 'zh' {
    return /^(?!zh)./i.test(reader.getSystemInfoSync().language || '') ? 'en' : 'zh';
}
