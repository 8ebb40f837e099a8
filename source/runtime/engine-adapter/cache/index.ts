export type * from './contract';
export { createAssetCache } from './asset-cache';
