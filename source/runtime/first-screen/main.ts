import { findMy, findScope } from '../my/host';
import type * as FailureFile from './failure/main';
import { createFirstScreen, type FirstScreenOptions } from './first-screen';

/** CommonJS of the package: paths are literal and relative to the package's root, where this module stands. */
declare function require(path: string): unknown;

function readOptions(): FirstScreenOptions | undefined {
    try {
        return (require('./adapter-options.js') as { readonly firstScreen?: FirstScreenOptions }).firstScreen;
    } catch {
        return undefined;
    }
}

const scope = findScope();
scope['firstScreen'] = scope['firstScreen'] || createFirstScreen({
    scope,
    my: findMy(),
    options: readOptions(),
    loadFailure: () => (require('./start-failure.js') as typeof FailureFile).createFailure,
});
