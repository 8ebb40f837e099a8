// The report's page in real Chromium. The pictures in references/ were looked at; `REPORT_PICTURES=update npx vitest run
// test/report/page.test.ts` makes them anew. So that they hold on machines with other fonts, the page is shown in Inter
// from npm; what is left to differ is how letters are smoothed, and the tolerance allows for that and little more:
// tests below break the page and expect to be caught.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SizeReport } from '../../source/report';
import { writeReport } from '../../source/report';
import { renderHtml } from '../../source/report/render-html';
import { leaveBrowser, openPage } from '../e2e/browser';
import { judgePictures } from '../environment/kept-pictures';
import { comparePictures } from './compare-pictures';
import { makeProduct } from './product';
import { bundleFiles, script, serialized, toLean, writeSample, writeTree } from './sample-package';

/**
 * At most this share of the picture may differ from the reference. Other hinting and letter positions make 0.8 to 1.6 %,
 * the mildest of the breaks below 8 %.
 */
const tolerance = 0.03;
const references = path.join(__dirname, 'references');
const fonts = path.dirname(createRequire(__filename).resolve('@fontsource/inter/package.json'));

let folder = '';
let html = '';
let report: SizeReport;
/** Of the same game in the lean layout. */
let leanReport: SizeReport;

beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'report-page-'));
    const productDirectory = await makeProduct();
    const directory = path.join(folder, 'harbour');
    writeSample(directory, { 'cocos-js/cc.js': script(1_710_000, 4), 'subpackages/harbour/index.js': script(36_000, 16) });
    const request = { directory, productDirectory, language: 'en', modules: ['2d', '3d', 'animation', 'audio', 'base', 'gfx-webgl', 'particle-2d', 'physics-ammo', 'spine-3.8', 'tween', 'ui', 'video', 'webview'] } as const;
    await writeReport(request);
    const shop = { id: '12000009-0000-4000-8000-000000000002', path: 'db://assets/scenes/shop.scene', type: 'cc.SceneAsset', importData: serialized('cc.SceneAsset', 'shop', ['cc.WebView']) };
    writeSample(directory);
    writeTree(directory, { ...bundleFiles('assets/main', 'main', [shop]), 'src/chunks/<img src=x onerror=alert(1)>.js': script(20_000, 3) });
    ({ report } = await writeReport(request));
    const since = '2026-03-01T09:30:00.000Z';
    const history = [4_710_000, 4_730_000, 4_690_000, 4_840_000, 4_910_000, report.history[0]?.main ?? 0, report.history[1]?.main ?? 0].map((main, index) => ({ made: `2026-02-0${index + 1}T08:00:00.000Z`, main, package: main + 540_000, remote: 3_600_000 }));
    report = { ...report, made: '2026-03-02T10:00:00.000Z', history, ...(report.growth === undefined ? {} : { growth: { ...report.growth, since } }) };
    const lean = path.join(folder, 'lean', 'harbour');
    writeSample(lean, {}, toLean);
    leanReport = { ...(await writeReport({ ...request, directory: lean })).report, made: report.made };
    const parts = { script: readFileSync(path.join(productDirectory, 'dist', 'report', 'page.js'), 'utf8'), style: readFileSync(path.join(productDirectory, 'static', 'report', 'page.css'), 'utf8') };
    html = renderHtml(report, parts, 'en');
    writeFileSync(path.join(folder, 'report.html'), html);
    writeFileSync(path.join(folder, 'lean.html'), renderHtml(leanReport, parts, 'en'));
    rmSync(productDirectory, { recursive: true });
});

afterAll(async () => {
    await leaveBrowser();
    rmSync(folder, { recursive: true, force: true });
});

interface OpenPage {
    readonly page: Page;
    /** What the page said that a sound page does not say. */
    readonly complaints: readonly string[];
    readonly requests: readonly string[];
}

interface View {
    readonly viewport?: { readonly width: number; readonly height: number };
    readonly colorScheme?: 'light' | 'dark';
    /** Without the page's own policy, which admits no style of a test's. */
    readonly bypassCSP?: boolean;
}

/** Loaded anew for each test: a new page would cost a new process. */
const pages = new Map<boolean, Page>();

async function newPage(bypassCSP: boolean): Promise<Page> {
    const page = await openPage({ locale: 'en-GB', timezoneId: 'UTC', reducedMotion: 'reduce', bypassCSP });
    // What somebody chose in the test before.
    await page.addInitScript('localStorage.clear()');
    return page;
}

async function open({ viewport = { width: 1440, height: 1000 }, colorScheme = 'light', bypassCSP = false }: View = {}, file = 'report.html'): Promise<OpenPage> {
    const page = pages.get(bypassCSP) ?? await newPage(bypassCSP);
    pages.set(bypassCSP, page);
    for (const event of ['console', 'pageerror', 'dialog', 'request'] as const) page.removeAllListeners(event);
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    const complaints: string[] = [];
    const requests: string[] = [];
    page.on('console', (message) => { if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text()); });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('dialog', (dialog) => { complaints.push(`dialog ${dialog.message()}`); void dialog.dismiss(); });
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(pathToFileURL(path.join(folder, file)).href);
    await page.waitForSelector('.cell');
    return { page, complaints, requests };
}

/** Inter instead of the machine's fonts: the only part of the page that tests replace, and why they bypass its policy. */
function fontStyle(): string {
    const face = (weight: number): string => `@font-face{font-family:Inter;font-weight:${weight};src:url(data:font/woff2;base64,${readFileSync(path.join(fonts, 'files', `inter-latin-${weight}-normal.woff2`)).toString('base64')})}`;
    return `${face(400)}${face(600)}:root{--font:Inter!important;--mono:Inter!important}select,#language{visibility:hidden}`;
}

async function photograph(view: View, style = '', file?: string): Promise<Buffer> {
    const { page } = await open({ ...view, bypassCSP: true }, file);
    await page.addStyleTag({ content: fontStyle() + style });
    await page.evaluate('document.fonts.ready');
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
    return page.screenshot({ fullPage: true, animations: 'disabled' });
}

const sizes = [
    { name: 'desktop-light', options: { viewport: { width: 1440, height: 1000 }, colorScheme: 'light' } },
    { name: 'tablet-dark', options: { viewport: { width: 820, height: 1180 }, colorScheme: 'dark' } },
    { name: 'phone-light', options: { viewport: { width: 390, height: 844 }, colorScheme: 'light' } },
] as const;
const leanSizes = [
    { name: 'lean-desktop-light', options: sizes[0].options, file: 'lean.html' },
    { name: 'lean-phone-light', options: sizes[2].options, file: 'lean.html' },
] as const;

describe('the page', () => {
    it.each([...sizes.map((size) => ({ ...size, file: 'report.html' })), ...leanSizes])('looks as it did: $name', async ({ name, options, file }) => {
        const picture = await photograph(options, '', file);
        const reference = path.join(references, `${name}.png`);
        if (process.env['REPORT_PICTURES'] === 'update') {
            mkdirSync(references, { recursive: true });
            writeFileSync(reference, picture);
        }
        expect(existsSync(reference), `${reference} is missing`).toBe(true);
        const pair = { actual: picture, expected: readFileSync(reference) };
        judgePictures(`report-${name}`, pair, () => expect(comparePictures(pair.actual, pair.expected).share).toBeLessThan(tolerance));
    });

    it.each([
        ['without its colours', '.cell{background:none!important}'],
        ['with the map gone', '.map-board{display:none}'],
        ['with other boxes', '.card{border-radius:0;padding:24px}'],
        ['with text of another size', 'body{font-size:16px}'],
    ])('is seen to be broken %s', async (_title, style) => {
        const { share } = comparePictures(await photograph(sizes[0].options, style), readFileSync(path.join(references, 'desktop-light.png')));
        expect(share).toBeGreaterThan(tolerance);
    });

    it('asks nobody for anything, keeps its policy and says no error', async () => {
        const { page, complaints, requests } = await open();
        expect(requests).toHaveLength(1);
        expect(complaints).toEqual([]);
        const refused = await page.evaluate("fetch('https://example.com/').then(() => 'sent', () => 'refused')");
        expect(refused).toBe('refused');
        await page.evaluate("document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.broken = true' }))");
        expect(await page.evaluate('window.broken')).toBeUndefined();
    });

    it('shows a file name such as <img onerror> as text', async () => {
        const { page, complaints } = await open();
        expect(await page.locator('img').count()).toBe(0);
        await page.fill('input[type="search"]', 'onerror');
        expect(await page.locator('#files tbody tr').count()).toBe(1);
        expect(await page.locator('#files tbody .path').textContent()).toBe('src/chunks/<img src=x onerror=alert(1)>.js');
        expect(complaints).toEqual([]);
    });

    it('is worked from the keyboard: into a part, along the boxes, and back', async () => {
        const { page } = await open();
        await page.locator('.cell').first().focus();
        await page.keyboard.press('Enter');
        expect(await page.locator('.map-trail button').count()).toBe(2);
        expect(await page.evaluate("document.activeElement.closest('.map-board') !== null")).toBe(true);
        const label = (): Promise<unknown> => page.evaluate("document.activeElement.getAttribute('aria-label')");
        const first = await label();
        await page.keyboard.press('ArrowRight');
        expect(await label()).not.toBe(first);
        await page.keyboard.press('ArrowLeft');
        expect(await label()).toBe(first);
        await page.keyboard.press('Escape');
        expect(await page.locator('.map-trail button').count()).toBe(1);
    });

    it('goes into the smaller files put together, and finds each file somewhere', async () => {
        const { page } = await open();
        await page.getByRole('button', { name: 'Bundle resources' }).last().click();
        expect(await page.locator('.map-trail button').last().textContent()).toContain('Bundle resources');
        expect(await page.locator('.cell[aria-label^="ships/galleon"]').count()).toBe(1);
    });

    it('of a lean package shows what is loaded behind the first screen, and both parts that are named alike', async () => {
        const { page, complaints } = await open({}, 'lean.html');
        expect(await page.locator('#summary h2').allTextContents()).toEqual(['Main package', 'Main package and subpackages', 'Game package', 'Resource server']);
        expect(await page.locator('#advice').innerText()).not.toContain('lean');
        await page.locator('#parts').getByRole('button', { name: 'Adapter' }).first().click();
        expect(await page.locator('.map-trail button').last().textContent()).toContain('Adapter (main package)');
        await page.locator('#parts').getByRole('button', { name: 'Adapter' }).last().click();
        expect(await page.locator('.map-trail button').last().textContent()).toContain('Adapter (game package)');
        await page.click('#language');
        expect(await page.locator('#summary').innerText()).toContain('游戏分包');
        expect(await page.locator('body').innerText()).not.toMatch(/undefined|\{\w+\}/);
        expect(complaints).toEqual([]);
    });

    it('names the lean layout where the main package is too large, in both languages', async () => {
        const { page } = await open();
        const advice = (): Promise<string> => page.locator('#advice li').first().innerText();
        expect(await advice()).toContain('Start with the lean layout');
        expect(await advice()).toMatch(/−\d\.\d\d MB/);
        await page.click('#language');
        expect(await advice()).toContain('采用精简布局启动');
    });

    it('shows compressed bytes and the resource server when asked', async () => {
        const { page } = await open();
        const whole = (): Promise<string | null> => page.locator('.map-trail button').first().textContent();
        const raw = await whole();
        await page.getByRole('button', { name: 'gzip', exact: true }).click();
        expect(await whole()).not.toBe(raw);
        await page.getByRole('button', { name: 'Resource server', exact: true }).click();
        expect(await page.locator('.cell').first().textContent()).toContain('islands');
    });

    it('speaks both languages, and has every word in each', async () => {
        const { page } = await open();
        expect(await page.locator('#map-title').textContent()).toBe('Where the bytes are');
        await page.click('#language');
        expect(await page.locator('#map-title').textContent()).toBe('体积分布');
        expect(await page.evaluate('document.documentElement.lang')).toBe('zh-CN');
        expect(await page.locator('body').innerText()).not.toMatch(/undefined|\{\w+\}/);
        await page.click('#language');
        expect(await page.locator('body').innerText()).not.toMatch(/undefined|\{\w+\}|[\u4e00-\u9fff]{3}/);
    });

    it.each(['light', 'dark'] as const)('is readable in %s: text has contrast enough', async (colorScheme) => {
        const { page } = await open({ colorScheme });
        const weak = await page.evaluate(findWeakText);
        expect(weak).toEqual([]);
    });

    it.each([...sizes.map((size) => ({ ...size, file: 'report.html' })), ...sizes.map(({ name, options }) => ({ name: `lean, ${name}`, options, file: 'lean.html' }))])('never scrolls sideways, and cuts no table: $name', async ({ options, file }) => {
        const { page } = await open(options, file);
        expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
        expect(await page.evaluate("[...document.querySelectorAll('.table')].filter((table) => table.scrollWidth > table.clientWidth).map((table) => table.getAttribute('aria-label'))")).toEqual([]);
    });
});

/** Runs in the page: texts whose colour is too near to their ground (WCAG 2: 4.5, for large text 3). */
const findWeakText = `(() => {
    const painter = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const paint = (colour) => { painter.clearRect(0, 0, 1, 1); painter.fillStyle = colour; painter.fillRect(0, 0, 1, 1); return [...painter.getImageData(0, 0, 1, 1).data]; };
    const known = new Map();
    const parse = (colour) => { if (!known.has(colour)) known.set(colour, paint(colour)); return known.get(colour); };
    const light = ([r, g, b]) => [r, g, b].map((v) => v / 255).map((v) => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4).reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
    const ground = (node) => { for (let n = node; n; n = n.parentElement) { const c = parse(getComputedStyle(n).backgroundColor); if (c[3] === 255) return c; } return [255, 255, 255, 255]; };
    const weak = [];
    for (const node of document.querySelectorAll('h1, h2, h3, p, span, th, td, li, button, b, strong, code')) {
        if (![...node.childNodes].some((child) => child.nodeType === 3 && child.textContent.trim())) continue;
        const style = getComputedStyle(node);
        const [a, b] = [light(parse(style.color)), light(ground(node))];
        const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        const isLarge = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.6 && parseInt(style.fontWeight) >= 700);
        if (contrast < (isLarge ? 3 : 4.5)) weak.push(contrast.toFixed(2) + ' ' + node.textContent.slice(0, 40) + ' ' + node.className + ' ' + (node.closest('[data-colour]')?.dataset.colour ?? ''));
    }
    return [...new Set(weak)];
})()`;
