import type { Engine } from './engine';

/** What `assetManager.loadAny` is asked for: the uuid of an asset, the name of a bundle as `url`, a scene. */
export type StartRequest = string | { readonly url?: string; readonly scene?: string };

/** A bundle that may hold the start scene. */
interface SceneBundle { getSceneInfo(name: string): unknown }

/** The members of the engine that its start goes through (engine 3.8.5 cocos/game/game.ts, cocos/game/director.ts). */
export interface StartingEngine {
    readonly game?: { once(type: string, listener: () => void): unknown; init?(...values: unknown[]): Promise<unknown> } | undefined;
    readonly director?: { once(type: string, listener: () => void): unknown; loadScene?(...values: unknown[]): boolean } | undefined;
    readonly assetManager: {
        readonly bundles: { find?(test: (bundle: SceneBundle) => unknown): SceneBundle | null | undefined };
        /** After the request options, a listener for progress and one for the end, of which only the last is sure. */
        loadAny?(request: StartRequest, ...values: unknown[]): void;
    };
    readonly settings?: Engine['settings'];
}
