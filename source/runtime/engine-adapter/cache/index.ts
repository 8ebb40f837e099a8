export type * from './contract';
export { createAssetCache } from './asset-cache';
export { createCacheManager, type CacheManagerSetup, type PublicCacheManager, type Table } from './cache-manager';
