/**
 * The file `text-services.js` of a package, which the web-adapter requires when a game first asks for one of these
 * names. Every engine makes a `TextDecoder` while it is evaluated, so they are apart from the larger `web-services.js`.
 */
export { atob, btoa } from '../bom/base64';
export { TextDecoder, TextEncoder } from '../bom/text-encoding';
