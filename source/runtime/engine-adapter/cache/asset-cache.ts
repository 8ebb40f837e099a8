import type { AssetCache, AssetCacheSetup } from './contract';

export function createAssetCache(_setup: AssetCacheSetup): AssetCache {
    throw new Error('the cache is not written yet');
}
