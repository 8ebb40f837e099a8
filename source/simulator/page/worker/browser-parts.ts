/** The Worker functions that only exist there, and not in the page's library of types. */
interface WorkerFunctions {
    importScripts(...addresses: string[]): void;
    postMessage(message: unknown, transfer?: Transferable[]): void;
}

/**
 * What the simulator itself needs of the browser, taken before the game's global object loses it.
 * `XMLHttpRequest` serves the synchronous file calls: a Worker may wait for an answer.
 */
export function takeBrowserParts(scope: WorkerGlobalThis) {
    return {
        importScripts: scope.importScripts.bind(scope),
        postMessage: scope.postMessage.bind(scope),
        addEventListener: scope.addEventListener.bind(scope),
        fetch: scope.fetch.bind(scope),
        createImageBitmap: scope.createImageBitmap.bind(scope) as (source: ImageBitmapSource, options?: ImageBitmapOptions) => Promise<ImageBitmap>,
        requestAnimationFrame: scope.requestAnimationFrame.bind(scope),
        setTimeout: scope.setTimeout.bind(scope) as (action: () => void, ms: number) => number,
        setInterval: scope.setInterval.bind(scope) as (action: () => void, ms: number) => number,
        now: scope.performance.now.bind(scope.performance),
        XMLHttpRequest: scope.XMLHttpRequest,
        WebSocket: scope.WebSocket,
        OffscreenCanvas: scope.OffscreenCanvas,
        ImageBitmap: scope.ImageBitmap,
        WebGLRenderingContext: scope.WebGLRenderingContext,
        WebGL2RenderingContext: scope.WebGL2RenderingContext,
        Blob: scope.Blob,
        FontFace: scope.FontFace,
        fonts: (scope as unknown as { readonly fonts: FontFaceSet }).fonts,
    };
}

export type WorkerGlobalThis = typeof globalThis & WorkerFunctions;
export type BrowserParts = ReturnType<typeof takeBrowserParts>;
