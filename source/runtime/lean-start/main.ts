import type * as FailureFile from '../first-screen/failure/main';
import { findMy, findScope } from '../my/host';
import { startLean as start, type LeanStartOptions } from './lean-start';

/** CommonJS of the package: the path is literal and relative to the package's root, where this module stands. */
declare function require(path: string): unknown;

/** Loads a lean package's subpackage, which starts the game. */
export function startLean(options: LeanStartOptions): void {
    start(Object.assign({
        scope: findScope(),
        my: findMy(),
        tellFailure: ((...given) => (require('./start-failure.js') as typeof FailureFile).tellFailure(...given)) as FailureFile.TellFailure,
    }, options));
}
