import type { Engine } from './engine';

/**
 * Makes all labels draw on one canvas: each picture is uploaded as soon as it is drawn, and off-screen canvases are
 * dear on phones (platform facts 4.1, row 11). Returns false when the pool cannot be reached.
 */
export function shareLabelCanvas({ Label }: Engine): boolean {
    const pool = Label && Label._canvasPool;
    if (pool) {
        const canvas = pool.get();
        pool.get = () => canvas;
        pool.put = () => {};
    }
    return !!pool || !Label;
}
