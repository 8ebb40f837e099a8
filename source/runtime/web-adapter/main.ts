import { findMy, findScope } from '../my/host';
import { installWebAdapter, type WebAdapterSetup } from './install';
import type * as ServicesFile from './services/main';

/** CommonJS of the package: paths are literal and relative to the package's root, where the adapter stands. */
declare function require(path: string): unknown;

function readOptions(): WebAdapterSetup {
    try {
        return require('./adapter-options.js') as WebAdapterSetup;
    } catch {
        return {};
    }
}

installWebAdapter(findScope(), findMy(), Object.assign({}, readOptions(), {
    loadServices: () => (require('./web-services.js') as typeof ServicesFile).createServices,
    loadDOMParser: () => (require('./dom-parser.js') as { readonly DOMParser: unknown }).DOMParser,
}));
