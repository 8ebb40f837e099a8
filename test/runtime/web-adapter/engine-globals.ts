/**
 * The free names of engine 3.8.5 built for Alipay with all its modules (2D, 3D, spine, dragonBones, physics, particles,
 * tiled map, both WebGL back ends), beyond those of the language. Found by scope analysis of the built bundles. A newer
 * engine may use more: the list is a floor.
 */
export const engineGlobals = {
    /** Asked for without `typeof`: a missing one ends the game. */
    needed: [
        'DOMParser', 'HTMLElement', 'HTMLImageElement', 'HTMLVideoElement', 'Node', 'TextDecoder', 'URL',
            'XMLHttpRequest', 'cancelAnimationFrame',
        'clearInterval', 'clearTimeout', 'console', 'document', 'my', 'performance', 'requestAnimationFrame', 'self',
            'setInterval', 'setTimeout', 'window',
    ],
    /** What the package's other files give: SystemJS, the engine-adapter, and the host's modules. */
    fromOthers: ['System', 'fsUtils', 'require'],
    /** Asked for by `typeof` or behind a flag: a missing one means that the host cannot do it. */
    optional: ['EditorExtends', 'ImageBitmap', 'createImageBitmap', 'global', 'jsb', 'xr'],
    /** Members that the engine reads of objects among the needed ones. */
    members: {
        document: ['createElement'],
        performance: ['now'],
        window: ['Uint32Array', 'canvas', 'localStorage', 'navigator', 'requestAnimationFrame'],
    },
    /** Classes on the right of `instanceof`, with what the left side may be. */
    classes: ['HTMLElement', 'HTMLImageElement', 'HTMLVideoElement', 'Node'],
} as const;
