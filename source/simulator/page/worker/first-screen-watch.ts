import type { ModuleFunction } from './module-loader';

/** The module of a package that publishes `window.firstScreen`: `runtime/first-screen`, or one of the user's own. */
export const firstScreenModule = 'first-screen.js';

/** Whether a first screen has the canvas: what is drawn meanwhile is not the game. */
export interface FirstScreenWatch {
    readonly holds: boolean;
    /** The module's body, followed from when it has run until somebody calls the first screen's `release`. */
    follow(body: ModuleFunction): ModuleFunction;
}

/** @param scope the game's global object. */
export function watchFirstScreen(scope: object, onReleased: () => void): FirstScreenWatch {
    let holds = false;
    const take = (): void => {
        const { firstScreen } = scope as { firstScreen?: { release?: unknown } };
        const release = firstScreen?.release;
        if (typeof release !== 'function') return;
        holds = Reflect.set(firstScreen!, 'release', (...values: unknown[]): unknown => {
            if (holds) onReleased();
            holds = false;
            return release.apply(firstScreen, values) as unknown;
        });
    };
    return {
        get holds() { return holds; },
        follow: (body) => function (...values) {
            body.apply(this, values);
            take();
        },
    };
}
