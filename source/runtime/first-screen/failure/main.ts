/**
 * The file `start-failure.js` of a package, which is required when a start fails: by `game.js`, by the first screen, by
 * what loads the subpackage of the lean layout, and by the engine-adapter.
 */
import { attempt, findMy, findScope } from '../../my/host';
import type { FirstScreenOptions } from '../options';
import { createTellFailure, type TellFailure } from './tell-failure';

export { createFailure } from './failure';
export type { TellFailure } from './tell-failure';

/** CommonJS of the package: paths are literal and relative to the package's root, where this module stands. */
declare function require(path: string): unknown;

export const tellFailure: TellFailure = createTellFailure({
    scope: findScope(),
    my: findMy(),
    options: (attempt(() => require('./adapter-options.js')) as { readonly firstScreen?: FirstScreenOptions } | undefined || {}).firstScreen,
});
