/** The file `web-services.js` of a package, which the web-adapter requires when a game first asks for one of its names. */
export { createServices } from './services';
