import { existsSync, promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProfileName } from '../../../source/platform';
import type { FirstScreenOptions } from '../../../source/runtime/first-screen/options';
import { judgePictures } from '../../environment/kept-pictures';
import { comparePictures } from '../../report/compare-pictures';
import { leaveBrowser } from '../browser';
import { playGame } from '../preview-page';
import { pictures, writeScreenPackage, type ScreenPackage } from './package';

const references = path.join(__dirname, 'references');
/** Set to write the references anew; look at every one before it is kept. */
const isUpdate = process.env['UPDATE_PICTURES'] === '1';

let scratch: string;

beforeAll(async () => {
    scratch = await fs.mkdtemp(path.join(os.tmpdir(), 'first-screen-pictures-'));
});
afterAll(async () => {
    await leaveBrowser();
    await fs.rm(scratch, { recursive: true, force: true });
});

const texts = { en: { loading: 'Loading…' }, zh: { loading: '正在加载…' } };
const halfway = "firstScreen.report('download', 0.8);";
const failed = "firstScreen.fail('failed', () => {});";

/** Says so when pictures that were asked for later than the first screen's have come, and some frames were drawn since. */
const ready = `
    let missing = 2;
    const draw = (times) => times ? firstScreen.shown().then(() => requestAnimationFrame(() => draw(times - 1))) : console.log('ready');
    for (const path of ['${pictures.logo}', '${pictures.background}']) {
        const image = my.createImage();
        image.onload = () => { if (--missing === 0) draw(3); };
        image.src = path;
    }`;

/** What the adapters say of a failed start. */
const tell = (error: string, canRetry: boolean): string => `require('./start-failure.js').tellFailure(${error}${canRetry ? ', () => {}' : ''});`;
const broken = "{ message: 'Cannot read properties of undefined (reading \\'length\\')', stack: 'TypeError: Cannot read properties of undefined (reading \\'length\\')\\n    at Object.execute (https://example/assets/main/index.js:1:20481)\\n    at doExec (src/system.bundle.js:1:9034)' }";

interface Shot extends Partial<ScreenPackage> {
    readonly name: string;
    readonly device: string;
    readonly options?: FirstScreenOptions;
}

const shots: readonly Shot[] = [
    { name: 'plain-portrait', device: 'iPhone SE', then: halfway },
    { name: 'furnished-portrait-zh', device: 'Galaxy S23', options: { ...pictures, texts }, then: halfway },
    { name: 'furnished-landscape-en', device: 'Galaxy S23', deviceOrientation: 'landscape', language: 'en', options: { ...pictures, texts }, then: halfway },
    { name: 'logo-landscape', device: 'iPhone 13 mini', deviceOrientation: 'landscape', options: { logo: pictures.logo, backgroundColor: '#fff', trackColor: '#ddd', barColor: '#e4572e' }, then: halfway },
    { name: 'failed-portrait-zh', device: 'Galaxy S23', options: { ...pictures, texts }, then: failed },
    { name: 'failed-portrait-en', device: 'iPhone SE', language: 'en', then: failed },
    { name: 'failed-landscape-zh', device: 'iPhone SE', deviceOrientation: 'landscape', options: pictures, then: failed },
    { name: 'failed-landscape-en', device: 'iPhone 13 mini', deviceOrientation: 'landscape', language: 'en', then: failed },
    { name: 'too-old-zh', device: 'iPhone SE', options: { enabled: false }, then: "firstScreen.fail('tooOld');" },
    { name: 'too-old-en', device: 'Android 720p', language: 'en', then: "firstScreen.fail('tooOld');" },
    { name: 'offline-portrait-zh', device: 'Galaxy S23', options: { ...pictures, texts }, then: tell("{ kind: 'offline', message: 'my downloadFile https://cdn.example.com/main/config.json: no network' }", true) },
    { name: 'damaged-portrait-en', device: 'iPhone SE', language: 'en', then: tell("{ kind: 'unknown', code: 404, message: 'my downloadFile https://cdn.example.com/main/config.json' }", true) },
    { name: 'damaged-landscape-zh', device: 'iPhone SE', deviceOrientation: 'landscape', options: pictures, then: tell("{ kind: 'unknown', code: 404, message: 'my downloadFile https://cdn.example.com/main/config.json' }", true) },
    { name: 'broken-en', device: 'iPhone SE', language: 'en', options: { logo: pictures.logo }, then: tell(broken, false) },
    { name: 'broken-landscape-zh', device: 'iPhone 13 mini', deviceOrientation: 'landscape', then: tell(broken, false) },
    { name: 'details-en', device: 'iPhone SE', language: 'en', options: { logo: pictures.logo }, then: `${tell(broken, false)}\nfirstScreen.fail('The game could not start\\n' + (${broken}).stack);` },
];

/** Draws one picture of the first screen, as a PNG. */
async function take({ name, device, options = {}, then = '', ...rest }: Shot, profile: ProfileName = 'android'): Promise<Buffer> {
    // Frames of the device's own pixels are dear without a graphics card, and only the last one is looked at.
    const before = 'my.setPreferredFramesPerSecond(5);';
    const directory = await writeScreenPackage(path.join(scratch, `${name}-${profile}`), { firstScreen: { layout: 'lean', ...options }, before, then: `${then}\n${ready}`, ...rest });
    const played = await playGame(directory, { device, light: false, profile });
    await played.waitForLine(/^ready$/);
    // A picture that was not taken within a frame is empty: a machine with too much to do may need several tries.
    let picture: Buffer;
    do picture = Buffer.from(await played.picture(), 'base64'); while (isBlack(picture));
    // What is left to draw is drawn for nobody.
    await played.send({ type: 'visible', visible: false });
    const { failures } = await played.summary();
    await played.close();
    expect(failures).toEqual([]);
    return picture;
}

function isBlack(picture: Buffer): boolean {
    return PNG.sync.read(picture).data.every((value, index) => value === 0 || index % 4 === 3);
}

describe('the first screen', () => {
    it.each(shots)('looks as it should: $name', async (shot) => {
        const picture = await take(shot);
        const reference = path.join(references, `${shot.name}.png`);
        if (isUpdate || !existsSync(reference)) {
            await fs.mkdir(references, { recursive: true });
            await fs.writeFile(reference, picture);
            if (!isUpdate) throw new Error(`${shot.name} had no reference: look at ${reference}`);
            return;
        }
        await expectLike(shot.name, picture);
    });

    it.each(['ios', 'studio', 'client-10.3.70'] as const)('looks the same on %s', async (profile) => {
        const [, furnished] = shots as readonly [Shot, Shot];
        await expectLike(furnished.name, await take(furnished, profile), `-${profile}`);
    });
});

async function expectLike(name: string, picture: Buffer, client = ''): Promise<void> {
    const pair = { actual: picture, expected: await fs.readFile(path.join(references, `${name}.png`)) };
    judgePictures(`first-screen-${name}${client}`, pair, () => expect(comparePictures(pair.actual, pair.expected).share).toBeLessThanOrEqual(0.01));
}
