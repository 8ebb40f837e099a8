import type { FirstScreen } from '../first-screen/first-screen';
import type { TellFailure } from '../first-screen/failure/tell-failure';
import { callHost, type GlobalScope, type Host } from '../my/host';
import type { Done } from './engine';
import type { StartingEngine } from './starting-engine';

/** A bundle of the settings. */
interface Named { readonly bundle?: string }

/**
 * Watches what the engine loads by itself until its start scene runs: its own bundle, the bundles and assets that the
 * settings name, and the scene. The engine ends for good with the first of them that fails (engine 3.8.5 cocos/game/game.ts), or goes on
 * without a scene (cocos/game/director.ts). So a failure that may pass is kept from it, as if the network were slow,
 * and the load is done again when the player says so. Whatever else ends the start is told to the player.
 */
export function guardStart({ game, director, assetManager, settings }: StartingEngine, scope: GlobalScope, my: Host, tellFailure: TellFailure): void {
    const { loadAny, bundles } = assetManager;
    const ask = (category: string, name: string): unknown => settings && settings.querySettings(category, name);
    const isStartScene = (name: unknown): boolean => name === ask('launch', 'launchScene');
    let launched = false;
    let shows = 0;
    callHost(my, 'onShow', () => { shows++; });

    assetManager.loadAny = (request, ...values) => {
        const { scene, url = request } = Object(request) as { scene?: string; url?: unknown };
        const done = values.pop() as Done;
        const [options, progress] = values as [object | undefined, unknown];
        const isListed = (list: string): boolean => (ask('assets', list) as (string | Named)[] || []).some((one) => ((one as Named).bundle || one) === url);
        // The engine's own materials are asked for in one list, once the bundle that they lie in is there; it may be remote or a subpackage.
        const isNeeded = scene ? isStartScene(scene) : url === 'internal' || request && request === ask('engine', 'builtinAssets') || isListed('preloadBundles') || isListed('preloadAssets');
        const load = (): void => {
            const before = shows;
            const screen = scope['firstScreen'] as FirstScreen | undefined;
            // The engine notes in the options what it has tried. `director.loadScene` listens for the end alone; a call of
            // the game's own has whatever it says.
            loadAny!.call(assetManager, request, Object.assign({}, options), scene && screen && !progress ? (finished: number, total: number) => screen.report('scene', finished / total) : progress, (error: Error | null, value: unknown) => {
                if (error && tellFailure(error, load, !scene, shows > before)) return;
                if (scene) launched = true;
                try {
                    done(error, value);
                } catch (broken) {
                    tellFailure(broken);
                    throw broken;
                }
            });
        };
        if (!launched && typeof done === 'function' && typeof options !== 'function' && isNeeded) load();
        else loadAny!.call(assetManager, request, ...values, done);
    };
    if (game && game.init) {
        const { init } = game;
        game.init = (...values) => init.apply(game, values).catch((error) => {
            tellFailure(error);
            throw error;
        });
    }
    if (!director || !director.loadScene) return;
    const { loadScene } = director;
    // A game may have drawn another scene first.
    director.once('director_before_commit', () => { launched = true; });
    director.loadScene = (...values) => {
        const isBegun = loadScene.apply(director, values);
        const [name] = values as [string];
        // It also begins nothing while another scene is loading.
        if (!isBegun && !launched && isStartScene(name) && !bundles.find!((bundle) => bundle.getSceneInfo(name))) tellFailure(new Error(name + ': no bundle has this scene'));
        return isBegun;
    };
}
