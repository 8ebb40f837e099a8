import type { Engine } from './engine';

/**
 * Makes all labels draw on one canvas: each picture is uploaded as soon as it is drawn, and off-screen canvases are
 * dear on phones (platform facts 4.1, row 11). Returns false when the pool cannot be reached.
 */
export function shareLabelCanvas({ Label }: Engine): boolean {
    if (!Label) return true;
    const pool = Label._canvasPool;
    if (!pool || !pool.get || !pool.put) return false;
    const { get } = pool;
    let shared: unknown;
    pool.get = () => shared = shared || get.call(pool);
    pool.put = () => {};
    return true;
}
