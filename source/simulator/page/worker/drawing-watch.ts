type Method = (this: { readonly canvas: unknown }, ...values: unknown[]) => unknown;

/** Calls that leave something on a canvas. Clearing is none: a black screen is what is looked for. */
const drawingMethods: Readonly<Record<string, readonly string[]>> = {
    WebGLRenderingContext: ['drawArrays', 'drawElements'],
    WebGL2RenderingContext: ['drawArrays', 'drawElements', 'drawArraysInstanced', 'drawElementsInstanced', 'drawRangeElements', 'blitFramebuffer'],
    OffscreenCanvasRenderingContext2D: ['fill', 'fillRect', 'fillText', 'stroke', 'strokeRect', 'strokeText', 'drawImage', 'putImageData'],
};

/**
 * Calls `onDrawn` at the first drawing on a canvas. The contexts' methods are replaced only until then, so that a
 * running game meets the browser's own.
 * @param scope where the contexts' constructors still are.
 */
export function watchFirstDrawing(scope: object, canvas: object, onDrawn: () => void): void {
    const restore: (() => void)[] = [];
    let drawn = false;
    for (const [owner, names] of Object.entries(drawingMethods)) {
        const prototype = (scope as Readonly<Record<string, { readonly prototype: Record<string, Method> } | undefined>>)[owner]?.prototype;
        if (!prototype) continue;
        for (const name of names) {
            const original = prototype[name];
            if (!original) continue;
            prototype[name] = function (...values) {
                if (!drawn && this.canvas === canvas) {
                    drawn = true;
                    for (const undo of restore) undo();
                    onDrawn();
                }
                return original.apply(this, values);
            };
            restore.push(() => { prototype[name] = original; });
        }
    }
}
