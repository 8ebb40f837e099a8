import { findMy, findScope } from '../my/host';
import { startLean as start, type LeanStartOptions } from './lean-start';

/** Loads a lean package's subpackage, which starts the game. */
export function startLean(options: LeanStartOptions): void {
    start(Object.assign({ scope: findScope(), my: findMy() }, options));
}
