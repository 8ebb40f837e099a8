// The demo's `cc`: a few hundred lines that stand where the Cocos engine stands in a real package.
export { game, type Scene } from './game';
export { loadBundle, type Bundle } from './bundle';
export { Painter, type Colour } from './painter';
export type { Picture } from './picture';
