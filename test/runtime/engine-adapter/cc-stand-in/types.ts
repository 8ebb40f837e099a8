/// <reference types="@cocos/creator-types/engine" />
import type { AssetManager } from 'cc';

/** The engine's callback: an error or null, then the value. */
export type Done<Value = unknown> = (error: Error | null, data?: Value) => void;
export type Options = Record<string, unknown>;
export type DownloadHandler = (url: string, options: Options, done: Done) => void;
export type ParseHandler = (file: unknown, options: Options, done: Done) => void;

/** What the engine takes of time from its host. */
export interface Frames {
    /** Milliseconds. */
    now(): number;
    requestAnimationFrame(run: () => void): unknown;
    setTimeout(run: () => void, milliseconds: number): unknown;
    clearTimeout(handle: unknown): void;
}

/** The members that the engine's own declarations promise; a stand-in class that lacks one does not compile. */
export type DownloaderMembers = Pick<AssetManager.Downloader,
    'maxConcurrency' | 'maxRequestsPerFrame' | 'remoteServerAddress' | 'maxRetryCount' | 'appendTimeStamp' | 'retryInterval'
    | 'bundleVers' | 'remoteBundles' | 'downloadDomAudio' | 'register' | 'download'>;
export type ParserMembers = Pick<AssetManager.Parser, 'register' | 'parse'>;
export type BundleMembers = Pick<AssetManager.Bundle, 'name' | 'deps' | 'base'>;
export type RequestItemMembers = Pick<AssetManager.RequestItem, 'id' | 'uuid' | 'url' | 'ext' | 'content' | 'file' | 'isNative' | 'options'>;

/** A bundle's `config.json` in the form of a debug build: uuids are written out, numbers point into `uuids`. */
export interface BundleConfig {
    name: string;
    base?: string;
    importBase?: string;
    nativeBase?: string;
    deps?: string[];
    uuids?: string[];
    /** Index of the uuid -> [path, ...]. */
    paths?: Record<string, [string, ...unknown[]]>;
    packs?: Record<string, (string | number)[]>;
    versions?: { import?: (string | number)[]; native?: (string | number)[] };
    extensionMap?: Record<string, (string | number)[]>;
    /** Scene's address -> uuid or its index. */
    scenes?: Record<string, string | number>;
    isZip?: boolean;
    zipVersion?: string;
}
