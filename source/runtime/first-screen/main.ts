import { attempt, findMy, findScope } from '../my/host';
import type * as FailureFile from './failure/main';
import { createFirstScreen, type FirstScreenOptions } from './first-screen';

/** CommonJS of the package: paths are literal and relative to the package's root, where this module stands. */
declare function require(path: string): unknown;

const scope = findScope();
scope['firstScreen'] = scope['firstScreen'] || attempt(() => createFirstScreen({
    scope,
    my: findMy(),
    options: (attempt(() => require('./adapter-options.js')) as { readonly firstScreen?: FirstScreenOptions } | undefined || {}).firstScreen,
    loadFailure: () => (require('./start-failure.js') as typeof FailureFile).createFailure,
}));
