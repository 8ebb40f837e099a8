/** The file `remote-assets.js` of a package, which the engine-adapter requires when a game first asks for a remote file or its cache. */
export { createRemoteAssets } from './remote-assets';
