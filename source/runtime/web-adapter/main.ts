import { findMy, findScope } from '../my/host';
import { installWebAdapter, type WebAdapterOptions } from './install';

/** CommonJS of the package: a literal path, relative to the package's root, where the adapter stands. */
declare function require(path: string): unknown;

function readOptions(): WebAdapterOptions {
    try {
        // eslint-disable-next-line @typescript-eslint/no-require-imports -- the host's own modules are CommonJS
        return require('./adapter-options.js') as WebAdapterOptions;
    } catch {
        return {};
    }
}

installWebAdapter(findScope(), findMy(), readOptions());
