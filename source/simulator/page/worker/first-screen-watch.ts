interface FirstScreen { release?: unknown }

/** Whether a first screen has the canvas: what is drawn meanwhile is not the game. */
export interface FirstScreenWatch {
    readonly holds: boolean;
}

/**
 * Follows `window.firstScreen` (`runtime/first-screen`, or a module of the user's own): it has the canvas from when it
 * is published until somebody calls its `release`.
 */
export function watchFirstScreen(scope: object, onReleased: () => void): FirstScreenWatch {
    let holds = false;
    let published: FirstScreen | undefined;
    Object.defineProperty(scope, 'firstScreen', {
        configurable: true,
        enumerable: true,
        get: () => published,
        set(value: FirstScreen | undefined) {
            published = value;
            const release = value?.release;
            if (typeof release !== 'function') return;
            holds = Reflect.set(value!, 'release', (...values: unknown[]): unknown => {
                if (holds) onReleased();
                holds = false;
                return release.apply(value, values) as unknown;
            });
        },
    });
    return { get holds() { return holds; } };
}
