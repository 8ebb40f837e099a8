import { copyFileSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';

const root = path.resolve(__dirname, '..', '..');

/** An installed product with nothing but the report's page, made from the sources as they are now. */
export async function makeProduct(): Promise<string> {
    const folder = mkdtempSync(path.join(tmpdir(), 'report-product-'));
    mkdirSync(path.join(folder, 'static', 'report'), { recursive: true });
    copyFileSync(path.join(root, 'static', 'report', 'page.css'), path.join(folder, 'static', 'report', 'page.css'));
    await build({
        entryPoints: [path.join(root, 'source', 'report', 'page', 'page.ts')], outfile: path.join(folder, 'dist', 'report', 'page.js'),
        bundle: true, platform: 'browser', format: 'iife', target: 'chrome100', minify: true, logLevel: 'warning', legalComments: 'none',
    });
    return folder;
}
