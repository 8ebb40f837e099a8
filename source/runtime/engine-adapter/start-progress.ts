import type { GlobalScope } from '../my/host';
import type { FirstScreen } from '../first-screen/first-screen';
import type { StartingEngine } from './starting-engine';

/** The engine's own events in order, each with how far its start is then (engine 3.8.5 cocos/game/game.ts). */
const milestones: readonly (readonly [string, number])[] = [['post_base_init', 0.6], ['post_infrastructure_init', 0.7], ['post_subsystem_init', 0.85]];

/**
 * Tells the first screen, if the package has one, how the start of an engine that was just evaluated goes on, and makes
 * it let go of the canvas in the frame in which the engine first draws: the game, or its splash. Of an engine that a
 * build keeps from telling that, it takes the canvas at once.
 */
export function tellStartProgress({ game, director, settings }: StartingEngine, scope: GlobalScope): void {
    const screen = scope['firstScreen'] as FirstScreen | undefined;
    if (!screen) return;
    const release = (): void => screen.release();
    if (!director) {
        release();
        return;
    }
    // Told only for frames in which a camera draws: while the start scene loads the engine's frames are empty.
    director.once('director_before_commit', release);
    screen.report('engine', 0.5);
    if (!game) return;
    for (const [name, fraction] of milestones) game.once(name, () => screen.report('engine', fraction));
    game.once('game_inited', () => {
        screen.report('scene', 0);
        // What decides about the splash in engine 3.8.5 cocos/game/splash-screen.ts (no time is 3,000 ms), and before it had
        // a background of its own. It begins with the next frame, whose turn comes after this one's.
        const of = (name: string): unknown => settings && settings.querySettings('splashScreen', name);
        if (of('totalTime') !== 0 && (of('base64src') || of('logo') && of('background'))) {
            (scope as { requestAnimationFrame(draw: () => void): unknown }).requestAnimationFrame(release);
        }
    });
}
