import { findMy, findScope } from '../my/host';
import { installWebAdapter, type WebAdapterSetup } from './install';
import type * as ServicesFile from './services/main';
import type * as TextFile from './text/main';

/** CommonJS of the package: paths are literal and relative to the package's root, where the adapter stands. */
declare function require(path: string): unknown;

/** What of the package's runtime options (`adapter-options.js`) is read here. */
interface WebAdapterOptions extends Pick<WebAdapterSetup, 'deviceOrientation'> {
    /** Where the lean layout keeps the game, and these files with it: the first screen needs none of them. */
    readonly gameFiles?: { readonly root: string };
}

function readOptions(): WebAdapterOptions {
    try {
        return require('./adapter-options.js') as WebAdapterOptions;
    } catch {
        return {};
    }
}

const options = readOptions();

/** A computed path keeps the packer of the main package from drawing the file in. */
function requireOfGame(file: string): unknown {
    const path = './' + (options.gameFiles ? options.gameFiles.root : '') + file;
    return require(path);
}

installWebAdapter(findScope(), findMy(), Object.assign({}, options, {
    loadServices: () => (requireOfGame('web-services.js') as typeof ServicesFile).createServices,
    loadText: () => requireOfGame('text-services.js') as typeof TextFile,
    loadDOMParser: () => (requireOfGame('dom-parser.js') as { readonly DOMParser: unknown }).DOMParser,
}));
