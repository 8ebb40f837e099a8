/**
 * The file `dom-parser.js` of a package, which the web-adapter requires when a game first asks for `DOMParser`:
 * only plists and tiled maps need it.
 */
export { DOMParser } from './dom-parser';
