import type { StartPhase } from './progress';

/** Something of the engine that tells events. */
interface Events { once(type: string, listener: () => void): unknown }

type LoadScene = (...values: unknown[]) => unknown;
interface SceneBundle { getSceneInfo(name: string): unknown; loadScene?: LoadScene }

/** The public members of `cc` that tell how far a start is. */
export interface FollowedEngine {
    readonly game: Events;
    readonly director: Events;
    readonly assetManager: { readonly bundles: { find(test: (bundle: SceneBundle) => boolean): SceneBundle | null | undefined } };
    readonly settings: { querySettings(category: string, name: string): unknown };
}

/** The engine's own events in order, each with how far its start is then (engine 3.8.5 cocos/game/game.ts). */
const milestones: readonly (readonly [string, number])[] = [['post_base_init', 0.6], ['post_infrastructure_init', 0.7], ['post_subsystem_init', 0.85]];

/**
 * Follows an engine that was just evaluated, up to its first frame.
 * @param drawing the engine is about to draw the game, in this very frame.
 * @param splashing the engine draws its splash from the next frame on.
 */
export function followEngine({ game, director, assetManager, settings }: FollowedEngine, report: (phase: StartPhase, fraction: number) => void, drawing: () => void, splashing: () => void): void {
    const ask = (category: string, name: string): unknown => settings.querySettings(category, name);
    report('engine', 0.5);
    // Told only for frames in which a camera draws: while the start scene loads the engine's frames are empty.
    director.once('director_before_commit', drawing);
    for (const [name, fraction] of milestones) game.once(name, () => report('engine', fraction));
    game.once('game_inited', () => {
        report('scene', 0);
        // What decides about the splash in engine 3.8.5 cocos/game/splash-screen.ts; no time is 3,000 ms.
        if (ask('splashScreen', 'logo') && ask('splashScreen', 'background') && ask('splashScreen', 'totalTime') !== 0) splashing();
        // `director.loadScene` asks the scene's bundle, without a listener for progress: one is put into that first call.
        const scene = ask('launch', 'launchScene') as string;
        const bundle = assetManager.bundles.find((one) => !!one.getSceneInfo(scene));
        const load = bundle && bundle.loadScene;
        if (!load) return;
        bundle.loadScene = (name, ...rest) => {
            delete bundle.loadScene;
            return load.call(bundle, name, (finished: number, total: number) => report('scene', finished / total), ...rest.slice(-1));
        };
    });
}
