import path from 'node:path';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { leaveBrowser, openPage } from '../../e2e/browser';

it('the model runs in a Worker of a real browser: pictures, WebGL, Studio, the virtual clock (platform facts 2.7, 3.8, 4.1 #5, #10)', async () => {
    const { outputFiles } = await build({
        entryPoints: [path.join(__dirname, 'worker-part.ts')], bundle: true, write: false, platform: 'browser', format: 'iife', target: 'chrome100', logLevel: 'silent',
    });
    try {
        const page = await openPage();
        const answer = await page.evaluate((code) => new Promise<unknown>((resolve) => {
            const scope = globalThis as unknown as { Worker: new (url: string) => { onmessage: (event: { data: unknown }) => void; onerror: (event: { message: string }) => void }; URL: { createObjectURL(blob: object): string }; Blob: new (parts: string[]) => object };
            const worker = new scope.Worker(scope.URL.createObjectURL(new scope.Blob([code])));
            worker.onmessage = ({ data }) => resolve(data);
            worker.onerror = ({ message }) => resolve({ error: message });
        }), outputFiles[0]!.text);
        const uniforms = { place: [1, 2, 3, 4], color: [5, 6, 7, 8], error: 0, same: true };
        expect(answer).toEqual({
            result: {
                size: [1, 1],
                pixel: [255, 0, 0, 255],
                textureError: 0,
                webgl2: [true, false],
                numbers: { ...uniforms, types: ['number', 'number', 'number'], missing: -1 },
                objects: { ...uniforms, types: ['object', 'object', 'object'], missing: null, same: false },
                taps: ['touchstart'],
                ticks: 600,
            },
        });
    } finally {
        await leaveBrowser();
    }
});
