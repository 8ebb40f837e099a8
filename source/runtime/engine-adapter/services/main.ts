/** The file `loading-services.js` of a package, which the engine-adapter requires when it first needs one of its parts. */
export { createLoadingServices } from './services';
