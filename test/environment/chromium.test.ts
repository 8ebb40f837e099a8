import { describe, expect, it } from 'vitest';
import { leaveBrowser, openPage } from '../e2e/browser';

describe('launchBrowser', () => {
    it('starts a real Chromium whose Workers draw with WebGL on an OffscreenCanvas', async () => {
        try {
            const page = await openPage();
            const context = await page.evaluate(`new Promise((resolve) => {
                const source = "postMessage(String(new OffscreenCanvas(8, 8).getContext('webgl')))";
                new Worker(URL.createObjectURL(new Blob([source]))).onmessage = (event) => resolve(event.data);
            })`);
            expect(context).toBe('[object WebGLRenderingContext]');
        } finally {
            await leaveBrowser();
        }
    });
});
