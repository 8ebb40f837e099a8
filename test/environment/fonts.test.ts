import { execFile, spawnSync } from 'node:child_process';
import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import type { PreviewReport } from '../../source/simulator';
import { leaveBrowser, openPage } from '../e2e/browser';
import { drawingGame, productDirectory, writePackage } from '../e2e/game-package';
import { testFamilies } from './fonts';

afterAll(leaveBrowser);

/** Generic names, what games and pages ask for, what machines have, and what nobody has. */
const families = [
    'sans-serif', 'serif', 'monospace', 'system-ui', 'Arial', 'Helvetica', 'Menlo', '"PingFang SC"', '"Microsoft YaHei"',
    '"DejaVu Sans"', '"DejaVu Sans Mono"', '"Liberation Sans"', '"Noto Sans CJK SC"', '"WenQuanYi Zen Hei"', '"No Such Font"',
];
/** At 100 pixels: of Inter, of its bold, of Noto Sans SC, and of what neither font has (an arrow, Cyrillic, Hebrew). */
const widths = [795, 831, 600, 197];

/** In the page and in the game: the widths of the texts in one family, on a context of either. */
const measureText = `(context, family) => [['', 'Wij laden 10.3.70'], ['bold ', 'Wij laden 10.3.70'], ['', '正在加载游戏'], ['', '\\u2192\\u0416\\u05d0']].map(([style, text]) => {
    context.font = style + '100px ' + family;
    return Math.round(context.measureText(text).width);
})`;

// Browsers elsewhere ask the system itself, not fontconfig.
describe.runIf(process.platform === 'linux')('the fonts of the tests', () => {
    it('are all that a page sees, whatever family it asks for', async () => {
        const page = await openPage();
        const measured = await page.evaluate(`{ const context = document.createElement('canvas').getContext('2d'); ${JSON.stringify(families)}.map((family) => [family, (${measureText})(context, family)]); }`);
        expect(measured).toEqual(families.map((family) => [family, widths]));
    });

    it('are all that a game sees in the browser that `preview --headless` starts', async () => {
        const scratch = await fs.mkdtemp(path.join(os.tmpdir(), 'test-fonts-'));
        const game = `${drawingGame()}\nconst context = my.createCanvas().getContext('2d');\nfor (const family of ['sans-serif', 'Arial', '"PingFang SC"']) console.log(JSON.stringify((${measureText})(context, family)));`;
        const directory = await writePackage(path.join(scratch, 'measures'), { 'game.js': game });
        const { stdout } = await promisify(execFile)(process.execPath, [path.join(productDirectory, 'dist', 'bin.js'), 'preview', directory, '--headless', '--seconds', '1.5', '--json']);
        await fs.rm(scratch, { recursive: true, force: true });
        expect((JSON.parse(stdout) as PreviewReport).console.map(({ text }) => text)).toEqual(Array(3).fill(JSON.stringify(widths)));
    }, 60_000);

    it('are all that fontconfig lists', (test) => {
        const { status, stdout } = spawnSync('fc-list', [':', 'family'], { encoding: 'utf8' });
        if (status !== 0) return test.skip('NOT RUN: fc-list, fontconfig\'s own tool, is not installed');
        expect(new Set(stdout.trim().split('\n'))).toEqual(new Set(testFamilies));
    });
});
