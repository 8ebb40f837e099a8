// The demo's `cc`: a few hundred lines that stand where the Cocos engine stands in a real package.
import { assetManager, Cache } from './asset-manager';
import { director, game } from './game';
import { settings } from './settings';

export { assetManager, type Bundle } from './asset-manager';
export { game, type Scene } from './game';
export { Painter, type Colour } from './painter';
export type { Picture } from './picture';

/** The engine-adapter finds the engine here, as it finds the real one. */
Object.assign(window, { cc: { game, director, assetManager, AssetManager: { Cache }, settings, sys: { os: '', isMobile: true } } });
