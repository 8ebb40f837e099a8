import type { FirstScreen } from '../first-screen/first-screen';
import type { TellFailure } from '../first-screen/failure/tell-failure';
import { callHost, type GlobalScope, type Host } from '../my/host';
import type { Done } from './engine';
import type { StartingEngine } from './starting-engine';

/** A bundle of the settings. */
interface Named { readonly bundle?: string }

/**
 * Watches what the engine loads by itself until its start scene runs: the bundles and assets that the settings name, and
 * the scene. The engine ends for good with the first of them that fails (engine 3.8.5 cocos/game/game.ts), or goes on
 * without a scene (cocos/game/director.ts). So a failure that may pass is kept from it, as if the network were slow,
 * and the load is done again when the player says so. Whatever else ends the start is told to the player.
 */
export function guardStart({ game, director, assetManager, settings }: StartingEngine, scope: GlobalScope, my: Host, tellFailure: TellFailure): void {
    const { loadAny, bundles } = assetManager;
    const { init = undefined } = game || {};
    const { loadScene = undefined } = director || {};
    const ask = (category: string, name: string): unknown => settings && settings.querySettings(category, name);
    const isStartScene = (name: unknown): boolean => name === ask('launch', 'launchScene');
    let launched = false;
    let shows = 0;
    callHost(my, 'onShow', () => { shows++; });

    assetManager.loadAny = (request, ...values) => {
        const { scene, url = request } = Object(request) as { scene?: string; url?: unknown };
        const done = values[values.length - 1] as Done;
        const isListed = (list: string): boolean => (ask('assets', list) as (string | Named)[] || []).some((one) => ((one as Named).bundle || one) === url);
        const load = (): void => {
            const before = shows;
            // The engine notes in the options what it has tried.
            const given = values.slice(0, -1).map((value) => (value && typeof value === 'object' ? Object.assign({}, value) : value));
            const screen = scope['firstScreen'] as FirstScreen | undefined;
            // `director.loadScene` listens for the end alone. A call of the game's own has whatever it says.
            if (scene && screen && !given[1]) given[1] = (finished: number, total: number) => screen.report('scene', finished / total);
            loadAny!.call(assetManager, request, ...given, (error: Error | null, value: unknown) => {
                if (error && tellFailure(error, load, !scene, shows > before)) return;
                launched = launched || !!scene;
                try {
                    done(error, value);
                } catch (broken) {
                    tellFailure(broken);
                    throw broken;
                }
            });
        };
        if (!launched && typeof done === 'function' && (scene ? isStartScene(scene) : isListed('preloadBundles') || isListed('preloadAssets'))) load();
        else loadAny!.call(assetManager, request, ...values);
    };
    if (init) {
        game!.init = (...values) => init.apply(game, values).catch((error) => {
            tellFailure(error);
            throw error;
        });
    }
    if (!loadScene) return;
    // A game may have drawn another scene first.
    director!.once('director_before_commit', () => { launched = true; });
    director!.loadScene = (...values) => {
        const isBegun = loadScene.apply(director, values);
        const [name] = values as [string];
        // It also begins nothing while another scene is loading.
        if (!isBegun && !launched && isStartScene(name) && !bundles.find!((bundle) => !!bundle.getSceneInfo(name))) tellFailure(new Error(name + ' is in none of the bundles that are loaded'));
        return isBegun;
    };
}
