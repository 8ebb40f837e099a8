/** The file `engine-services.js` of a package, which the engine-adapter requires when it first needs one of its parts. */
export { createEngineServices } from './services';
