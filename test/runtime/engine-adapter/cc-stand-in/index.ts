/**
 * A stand-in for the live `cc` of engine 3.8: the parts the engine-adapter touches, with the engine's shapes, limits,
 * retries and order of events. Written from the engine's sources and checked against its published declarations.
 */
import { AssetManager } from './asset-manager';
import { createAudioPlayerClass, type AudioPlayerClass } from './audio';
import { CanvasPool, EditBox, EditBoxImplBase } from './components';
import { Director, Game } from './starting';
import type { DownloadHandler, Frames } from './types';

export { Bundle, RequestItem } from './asset-manager';
export { EditBox } from './components';
export type { AssetManager } from './asset-manager';
export type { Director, Game } from './starting';
export type { BundleConfig, Done, Frames, Options } from './types';

export interface EngineSetup {
    readonly frames: Frames;
    /** `settings.json`: category -> name -> value. */
    readonly settings?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    /** `my.createInnerAudioContext`, read at each call as the engine does. */
    readonly createAudio?: () => object;
    /** Decodes an image file; the default takes everything. */
    readonly downloadDomImage?: DownloadHandler;
    /** The engine read `platform` as it stood before the adapter: `iPhone OS` became `Unknown`. */
    readonly os?: string;
    /** Window in physical pixels. */
    readonly windowSize?: { readonly width: number; readonly height: number };
    /** What the engine prints. */
    readonly log?: (text: string) => void;
    /** A build with "mangle engine internal properties": internal members go by other names. */
    readonly mangled?: boolean;
}

export interface Engine {
    assetManager: AssetManager;
    game: Game;
    director: Director;
    /** The class, with the table type the engine publishes. */
    AssetManager: { Cache: typeof Cache };
    settings: { querySettings(category: string, name: string): unknown };
    sys: { os: string; isMobile: boolean; OS: Record<string, string>; getSafeAreaRect(symmetric?: boolean): object };
    view: { getViewportRect(): { x: number; y: number }; getScaleX(): number; getScaleY(): number };
    screen: { windowSize: { width: number; height: number } };
    Rect: new (x: number, y: number, width: number, height: number) => object;
    Label: { _canvasPool?: CanvasPool };
    EditBoxComponent: typeof EditBox;
    AudioPlayer: AudioPlayerClass;
    internal: {
        EditBox: typeof EditBox;
        CCON: new (document: unknown, chunks: Uint8Array[]) => object;
        decodeCCONBinary(bytes: Uint8Array): object;
        parseCCONJson(json: unknown): { document: unknown; chunks: string[] };
    };
}

/** The engine's `AssetManager.Cache`. */
export class Cache<Value = unknown> {
    private readonly values = new Map<string, Value>();
    add(key: string, value: Value): Value {
        this.values.set(key, value);
        return value;
    }
    get(key: string): Value | null { return this.values.get(key) ?? null; }
    has(key: string): boolean { return this.values.has(key); }
    remove(key: string): Value | null {
        const value = this.get(key);
        this.values.delete(key);
        return value;
    }
    forEach(visit: (value: Value, key: string) => void): void { this.values.forEach(visit); }
    get count(): number { return this.values.size; }
}

/** A parsed CCON file: a document and its binary chunks. */
export class Ccon {
    constructor(readonly document: unknown, readonly chunks: Uint8Array[]) {}
}

/** First bytes of a binary CCON file. */
const cconMagic = [0x43, 0x43, 0x4f, 0x4e];

/** Stands for `cc` as a game's global object has it. Every call makes a fresh engine. */
export function createEngine(setup: EngineSetup): Engine {
    const { frames, settings = {}, mangled = false } = setup;
    const query = { querySettings: (category: string, name: string) => settings[category]?.[name] };
    const assetManager = new AssetManager({
        frames,
        settings: query,
        downloadDomImage: setup.downloadDomImage || ((url, _options, done) => done(null, { image: url })),
    });
    class EngineEditBox extends EditBox {}
    EngineEditBox._EditBoxImpl = EditBoxImplBase;
    const label: Engine['Label'] = { _canvasPool: new CanvasPool(() => ({ width: 0, height: 0 })) };
    if (mangled) {
        delete assetManager.downloader._downloadArrayBuffer;
        delete assetManager.downloader._downloadJson;
        delete label._canvasPool;
        delete EngineEditBox._EditBoxImpl;
        // Methods of the class: hidden by a member of the same name.
        Object.assign(assetManager.parser, { parsePVRTex: undefined, parsePKMTex: undefined, parseASTCTex: undefined, parsePlist: undefined });
    }
    const windowSize = setup.windowSize || { width: 750, height: 1334 };
    const os = setup.os || 'Android';
    const director = new Director(assetManager, setup.log || (() => undefined));
    return {
        assetManager,
        director,
        game: new Game(assetManager, director, query.querySettings, frames, setup.log || (() => undefined)),
        AssetManager: { Cache },
        settings: query,
        sys: {
            os,
            isMobile: os === 'Android' || os === 'iOS',
            OS: { ANDROID: 'Android', IOS: 'iOS', UNKNOWN: 'Unknown' },
            getSafeAreaRect: () => ({ x: 0, y: 0, ...windowSize }),
        },
        view: { getViewportRect: () => ({ x: 0, y: 0 }), getScaleX: () => 2, getScaleY: () => 2 },
        screen: { windowSize },
        Rect: class {
            constructor(readonly x: number, readonly y: number, readonly width: number, readonly height: number) {}
        },
        Label: label,
        EditBoxComponent: EngineEditBox,
        AudioPlayer: createAudioPlayerClass(setup.createAudio || (() => { throw new Error('stand-in: no audio'); }), frames),
        internal: {
            EditBox: EngineEditBox,
            CCON: Ccon,
            decodeCCONBinary(bytes) {
                if (!cconMagic.every((byte, index) => bytes[index] === byte)) throw new Error('invalid CCON');
                return new Ccon({ bytes: bytes.length }, []);
            },
            parseCCONJson: (json) => json as { document: unknown; chunks: string[] },
        },
    };
}
