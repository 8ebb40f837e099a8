import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deviceGlobals, profiles, profileNames } from '../../source/platform';
import { idlePages, leaveBrowser, openPage } from './browser';
import { drawingGame, writePackage } from './game-package';
import { playGame, type PlayedGame } from './preview-page';

let scratch: string;
let played: PlayedGame;

const hostile = '<img src=x onerror=alert(1)>';

beforeAll(async () => {
    scratch = await fs.mkdtemp(path.join(os.tmpdir(), 'preview-page-'));
    await writePackage(scratch, {
        'game.js': '',
        'src/settings.json': JSON.stringify({ assets: { server: 'https://cdn.example/' } }),
        'application.js': "'src/settings.json'",
        'level/game.js': "console.log('level entry');",
        'level/data.json': '{}',
        'game.json': JSON.stringify({ deviceOrientation: 'portrait', subpackages: [{ name: 'level', root: 'level/' }] }),
    });
    await fs.mkdir(path.join(`${scratch}-remote`, 'remote', 'far'), { recursive: true });
    await fs.writeFile(path.join(`${scratch}-remote`, 'remote', 'far', 'data.bin'), Buffer.alloc(3 * 1024 * 1024, 7));
    played = await playGame(scratch, { device: 'iPhone SE' });
});
afterAll(async () => {
    await played?.close();
    await leaveBrowser();
    await fs.rm(scratch, { recursive: true, force: true });
    await fs.rm(`${scratch}-remote`, { recursive: true, force: true });
});

async function run(game: string, changes: Parameters<PlayedGame['restart']>[0] = {}): Promise<void> {
    await fs.writeFile(path.join(scratch, 'game.js'), drawingGame(game));
    await played.restart(changes);
    await played.waitForFrame();
}

/** Silence: 8-bit samples, 8,000 a second. */
function createWave(seconds: number): Buffer {
    const samples = Buffer.alloc(8000 * seconds, 128);
    const header = Buffer.from('RIFF....WAVEfmt \x10\0\0\0\x01\0\x01\0........\x01\0\x08\0data....', 'latin1');
    header.writeUInt32LE(36 + samples.length, 4);
    header.writeUInt32LE(8000, 24);
    header.writeUInt32LE(8000, 28);
    header.writeUInt32LE(samples.length, 40);
    return Buffer.concat([header, samples]);
}

describe('the global object is a phone\'s', () => {
    it.each(profileNames)('%s: exactly its globals, and no way to evaluate text (platform facts 2.5, 3.1)', async (profile) => {
        await run(`
            const names = [];
            for (let holder = window; holder && holder !== Object.prototype; holder = Object.getPrototypeOf(holder)) names.push(...Object.getOwnPropertyNames(holder));
            console.log('globals', names.sort().join());
            console.log('same', window === (function () { return this; })(), typeof self, typeof importScripts, typeof globalThis);
            let refused = 0;
            for (const evaluate of [() => eval('1'), () => new Function('1'), () => Function('return this')(), () => (function* () {}).constructor('1')]) { try { evaluate(); } catch (error) { refused++; } }
            console.log('refused', refused);`, { profile });
        const names = (await played.waitForLine(/^globals/)).slice('globals '.length).split(',');
        const language = new Set(Object.getOwnPropertyNames(globalThis).filter((name) => /^[A-Z]/.test(name) || /^(eval|escape|unescape|isFinite|isNaN|parseInt|parseFloat|undefined|decodeURI|encodeURI|decodeURIComponent|encodeURIComponent)$/.test(name)));
        const own = names.filter((name) => !language.has(name) && !['TEMPORARY', 'PERSISTENT'].includes(name));
        const browserNames = profiles[profile].browserGlobals;
        expect(own.sort()).toEqual([...deviceGlobals, ...browserNames.filter((name) => !language.has(name))].sort());
        for (const name of ['XMLHttpRequest', 'WebSocket', 'Worker', 'TextDecoder', 'URL', 'WebAssembly', 'Blob', 'OffscreenCanvas', 'SharedArrayBuffer', 'indexedDB']) expect(names).not.toContain(name);
        expect(await played.waitForLine(/^same/)).toBe('same true undefined undefined undefined');
        expect(await played.waitForLine(/^refused/)).toBe('refused 4');
    });
});

describe('fingers', () => {
    beforeEach(() => run(`
        for (const kind of ['Start', 'Move', 'End']) my['onTouch' + kind](({ touches }) => console.log(kind, touches.map(({ identifier, clientX, clientY }) => identifier + '@' + Math.round(clientX) + ',' + Math.round(clientY)).join(' ')));
    `, { profile: 'android' }));

    it('follow the mouse, in logical pixels of the phone', async () => {
        const box = (await played.page.locator('#screen').boundingBox())!;
        await played.page.mouse.move(box.x + box.width / 2, box.y + box.height / 4);
        await played.page.mouse.down();
        await played.page.mouse.move(box.x + box.width / 4, box.y + box.height / 4);
        await played.page.mouse.up();
        await played.waitForLine(/^End/);
        const lines = (await played.lines()).filter((line) => !line.startsWith('touched'));
        expect(lines[0]).toMatch(/^Start 0@18[78],16[67]$/);
        expect(lines.find((line) => line.startsWith('Move'))).toMatch(/^Move 0@9[345],16[67]$/);
        expect(lines[lines.length - 1]).toBe('End ');
    });

    it('are two with Shift, mirrored at the centre, and more with the number keys', async () => {
        const box = (await played.page.locator('#screen').boundingBox())!;
        await played.page.mouse.move(box.x + box.width / 4, box.y + box.height / 4);
        await played.page.keyboard.down('Shift');
        await played.page.mouse.down();
        const pinch = await played.waitForLine(/^Start .* 1@/);
        expect(pinch).toMatch(/1@28[012],50[01]$/);
        await played.page.mouse.up();
        await played.page.keyboard.up('Shift');
        await played.page.keyboard.down('3');
        expect(await played.waitForLine(/^Start 3@/)).toMatch(/^Start 3@9[345],16[67]$/);
        await played.page.keyboard.up('3');
        await played.page.waitForTimeout(300);
        expect((await played.lines()).filter((line) => line.startsWith('End'))).toHaveLength(3);
    });
});

describe('the phone around the game', () => {
    it('hides and shows: no frame comes in between', async () => {
        await run("let frames = 0; (function count() { frames++; requestAnimationFrame(count); })(); my.onHide(() => console.log('hide', frames)); my.onShow(() => console.log('show', frames));");
        await played.page.click('#hide');
        const hidden = Number((await played.waitForLine(/^hide/)).split(' ')[1]);
        expect(await played.page.locator('#veil').isVisible()).toBe(true);
        await played.page.waitForTimeout(300);
        await played.page.click('#hide');
        const shown = Number((await played.waitForLine(/^show/)).split(' ')[1]);
        expect(shown - hidden).toBeLessThanOrEqual(1);
        expect(await played.page.locator('#veil').isVisible()).toBe(false);
    });

    it('warns of memory and turns', async () => {
        await run("my.onMemoryWarning(({ level }) => console.log('memory', level)); my.onWindowResize(({ windowWidth, windowHeight }) => console.log('size', windowWidth, windowHeight));");
        await played.page.click('#memory');
        expect(await played.waitForLine(/^memory/)).toBe('memory 10');
        await played.page.click('#rotate');
        expect(await played.waitForLine(/^size/)).toBe('size 667 375');
        const box = (await played.page.locator('#screen').boundingBox())!;
        expect(box.width).toBeGreaterThan(box.height);
        await played.page.click('#rotate');
    });

    it('is set to a language', async () => {
        await run("console.log('language', my.getSystemInfoSync().language);");
        expect(await played.waitForLine(/^language/)).toBe('language zh-Hans');
        await played.page.selectOption('#phone-language', 'en');
        await played.waitUntil('English', async () => (await played.lines()).includes('language en'));
        await played.page.selectOption('#phone-language', 'zh-Hans');
    });

    it('has a keyboard with input and confirm', async () => {
        await run(`
            my.onKeyboardInput(({ value }) => console.log('input', value));
            my.onKeyboardConfirm(({ value }) => console.log('confirm', value));
            my.onKeyboardComplete(({ value }) => console.log('complete', value));
            my.showKeyboard({ defaultValue: 'ab', maxLength: 4, confirmType: 'send' });`);
        const input = played.page.locator('#keyboard-input');
        await input.waitFor();
        expect(await input.inputValue()).toBe('ab');
        expect(await played.page.locator('#keyboard-confirm').textContent()).toBe('Send');
        await input.pressSequentially('cdef');
        await played.page.keyboard.press('Enter');
        await played.waitForLine(/^complete/);
        await played.page.locator('#keyboard').waitFor({ state: 'hidden' });
        expect((await played.lines()).filter((line) => !line.startsWith('touched'))).toEqual(['input abc', 'input abcd', 'confirm abcd', 'complete abcd']);
    });

    it('has a keyboard without a limit and with several lines', async () => {
        await run("my.onKeyboardComplete(({ value }) => console.log('complete', value)); my.showKeyboard({ multiple: true });");
        const input = played.page.locator('#keyboard-area');
        await input.fill('one\ntwo');
        await played.page.locator('#screen').click({ position: { x: 20, y: 20 } });
        expect(await played.waitForLine(/^complete/)).toBe('complete one\ntwo');
    });

    it('asks by its dialogs and waits for the answer', async () => {
        await run(`my.confirm({ title: '${hostile}', content: 'Sure?', success: ({ confirm }) => { console.log('confirmed', confirm); my.alert({ content: 'Well', success: () => console.log('alerted') }); } });`);
        await played.page.locator('#dialog').waitFor();
        expect(await played.page.locator('#dialog-title').textContent()).toBe(hostile);
        await played.page.click('#dialog-cancel');
        expect(await played.waitForLine(/^confirmed/)).toBe('confirmed false');
        await played.page.locator('#dialog-cancel').waitFor({ state: 'hidden' });
        await played.page.click('#dialog-confirm');
        await played.waitForLine(/^alerted/);
    });

    it('keeps files and storage over a restart, up to the quota, and purges temp files', async () => {
        await run(`
            const files = my.getFileSystemManager();
            const write = (name, megabytes) => files.writeFileSync({ filePath: my.env.USER_DATA_PATH + '/' + name, data: new ArrayBuffer(megabytes * 1024 * 1024) });
            write('a.bin', 3);
            const answer = write('b.bin', 3);
            console.log('quota', answer && answer.error);
            my.setStorageSync({ key: 'score', data: { points: 7 } });
            my.downloadFile({ url: 'https://cdn.example/remote/far/data.bin', success: () => console.log('downloaded') });`, { quotaBytes: 5 * 1024 * 1024 });
        expect(await played.waitForLine(/^quota/)).toBe('quota 10028');
        await played.waitForLine(/^downloaded/);
        await run(`
            console.log('kept', my.getFileSystemManager().accessSync({ path: my.env.USER_DATA_PATH + '/a.bin' }).success, my.getStorageSync({ key: 'score' }).data.points);`);
        expect(await played.waitForLine(/^kept/)).toBe('kept true 7');
        await played.page.click('#tab-files');
        await played.page.locator('#file-rows tr').nth(1).waitFor();
        expect(await played.page.locator('#quota-text').textContent()).toBe('3 MB of 5 MB');
        await played.page.click('#purge');
        await played.page.click('#files-refresh');
        await played.page.locator('#file-rows tr').nth(1).waitFor({ state: 'detached' });
        expect(await played.page.locator('#file-rows').textContent()).toContain('/a.bin');
        await played.page.click('#tab-storage');
        await played.page.locator('#storage-rows tr').waitFor();
        expect(await played.page.locator('#storage-rows tr td').allTextContents()).toEqual(['score', '{"points":7}', 'Delete']);
        await played.page.click('#storage-clear');
        await played.page.locator('#storage-empty').waitFor();
    });

    it('keeps files when it is restarted three times at once', async () => {
        await run("my.getFileSystemManager().writeFileSync({ filePath: my.env.USER_DATA_PATH + '/often.txt', data: 'x', encoding: 'utf8' });");
        await fs.writeFile(path.join(scratch, 'game.js'), drawingGame("console.log('often', my.getFileSystemManager().accessSync({ path: my.env.USER_DATA_PATH + '/often.txt' }).success);"));
        await Promise.all([played.restart(), played.restart(), played.restart()]);
        expect(await played.waitForLine(/^often/)).toBe('often true');
    });

    it('has the files of the last start when a game no longer answers', async () => {
        await run("my.getFileSystemManager().writeFileSync({ filePath: my.env.USER_DATA_PATH + '/before.txt', data: 'x', encoding: 'utf8' });");
        // The page waits ten seconds for a game that keeps a processor busy: they pass at once.
        await played.page.clock.install();
        const soon = async <Value>(answer: Promise<Value>): Promise<Value> => {
            let isThere = false;
            void answer.then(() => { isThere = true; });
            for (; !isThere; await played.page.waitForTimeout(50)) await played.page.clock.fastForward(10_000);
            return answer;
        };
        await run('setTimeout(() => { for (;;); }, 200);');
        await played.page.waitForTimeout(400);
        // Without a limit `preview --headless` would never end.
        expect((await soon(played.report())).failures).toEqual([{ kind: 'no-answer', seconds: 10 }]);
        await soon(run("console.log('before', my.getFileSystemManager().accessSync({ path: my.env.USER_DATA_PATH + '/before.txt' }).success);"));
        expect(await played.waitForLine(/^before/)).toBe('before true');
        // No other game is played in a page with a clock of ours.
        await played.close();
        await idlePages.pop()?.page.close();
        played = await playGame(scratch, { device: 'iPhone SE' });
    });

    it('plays sounds through Web Audio: their length is the decoded one', async () => {
        await fs.writeFile(path.join(scratch, 'beep.wav'), createWave(0.25));
        await run(`
            const sound = my.createInnerAudioContext();
            sound.onCanPlay(() => console.log('length', sound.duration));
            sound.onEnded(() => console.log('ended'));
            sound.src = 'beep.wav';
            sound.play();
            const broken = my.createInnerAudioContext();
            broken.onError(() => console.log('broken'));
            broken.src = 'game.json';`);
        expect(await played.waitForLine(/^length/)).toBe('length 0.25');
        await played.waitForLine(/^ended/);
        await played.waitForLine(/^broken/);
    });

    it('gives WebGL 2 or not, by its switch (platform facts 2.7)', async () => {
        const look = "console.log('contexts', ['2d', 'webgl', 'webgl2', 'bitmaprenderer', 'webgpu'].map((kind) => my.createCanvas().getContext(kind) !== null).join());";
        await run(look, { webgl2: false });
        expect(await played.waitForLine(/^contexts/)).toBe('contexts true,true,false,false,false');
        await run(look, { webgl2: true });
        expect(await played.waitForLine(/^contexts/)).toBe('contexts true,true,true,false,false');
        await played.restart({ webgl2: false });
    });

    it('loads a subpackage before its code and files are there', async () => {
        await run(`
            const look = () => my.getFileSystemManager().accessSync({ path: 'level/data.json' }).success === true;
            let early = ''; try { require('./level/game.js'); } catch (error) { early = error.message; }
            console.log('before', look(), early);
            my.loadSubpackage({ name: 'level', success: () => console.log('after', look()) });`);
        expect(await played.waitForLine(/^before/)).toContain("before false require('./level/game.js') in game.js: level/game.js is in the subpackage 'level', which is not loaded.");
        await played.waitForLine(/^after true/);
        expect((await played.lines()).filter((line) => line === 'level entry')).toHaveLength(1);
    });

    it('reaches the remote folder and no other origin; the line can be cut', async () => {
        const ask = (name: string, url: string): string => `my.request({ url: '${url}', dataType: 'arraybuffer', success: ({ data }) => console.log('${name}', data.byteLength), fail: ({ error }) => console.log('${name} failed', error) });`;
        await run(`${ask('remote', 'https://cdn.example/remote/far/data.bin')}\n${ask('other', 'https://other.example/')}\n${ask('plain', 'http://cdn.example/')}`);
        expect(await played.waitForLine(/^remote/)).toBe('remote 3145728');
        expect(await played.waitForLine(/^other/)).toMatch(/^other failed \d+$/);
        expect(await played.waitForLine(/^plain/)).toBe('plain failed 20');
        await run(ask('gone', 'https://cdn.example/remote/far/gone.bin'));
        await played.waitForFailure();
        expect(await played.page.textContent('#problems')).toMatch(/^Missing on the resource server: https:\/\/cdn\.example\/remote\/far\/gone\.bin.*-remote/);
        await run(`my.onNetworkStatusChange(({ networkType }) => { console.log('line', networkType); ${ask('cut', 'https://cdn.example/remote/far/data.bin')} });`);
        await played.page.selectOption('#network', 'off');
        expect(await played.waitForLine(/^line/)).toBe('line NOTREACHABLE');
        expect(await played.waitForLine(/^cut/)).toBe('cut failed 12');
        await played.page.selectOption('#network', 'fast');
    });
});

describe('the inspector', () => {
    it('shows each call with its answer, and what failed alone; names stay text', async () => {
        await run(`my.getFileSystemManager().access({ path: '${hostile}' }); console.error('${hostile}', { deep: [1] });`);
        await played.page.click('#tab-calls');
        const rows = played.page.locator('#call-rows tr');
        await rows.filter({ hasText: 'createCanvas' }).waitFor();
        await played.page.check('#call-errors');
        await played.page.locator('#call-rows tr.failed').waitFor();
        expect(await rows.allTextContents()).toEqual([expect.stringContaining(`FileSystemManager.access ${hostile}10022`)]);
        await played.page.uncheck('#call-errors');
        await played.page.click('#tab-console');
        expect(await played.page.locator('#console-rows .line').last().textContent()).toContain(`${hostile} {deep: [1]}`);
        expect(await played.page.locator('#console-rows img').count()).toBe(0);
    });

    it('works from the keyboard, in two languages, dark and light', async () => {
        const { page } = played;
        await page.focus('#tab-console');
        await page.keyboard.press('ArrowRight');
        expect(await page.locator('#panel-files').isVisible()).toBe(true);
        await page.keyboard.press('End');
        expect(await page.locator('#panel-package').isVisible()).toBe(true);
        expect(await page.locator('#package-rows').textContent()).toContain('level/game.js');
        await page.click('#language');
        expect(await page.locator('#tab-package').textContent()).toBe('游戏包');
        expect(await page.getAttribute('html', 'lang')).toBe('zh-CN');
        await page.click('#language');
        const ground = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
        const first = await ground();
        await page.click('#theme');
        expect(await ground()).not.toBe(first);
        await page.click('#theme');
        const unnamed = await page.evaluate(() => [...document.querySelectorAll('button, input, select, textarea')].filter((control) => {
            const label = control.closest('label')?.textContent ?? '';
            return `${label}${control.textContent ?? ''}${control.getAttribute('aria-label') ?? ''}`.trim() === '' && !['dialog-cancel', 'dialog-confirm', 'keyboard-confirm'].includes(control.id);
        }).map(({ id }) => id));
        expect(unnamed).toEqual([]);
    });
});

describe('the page', () => {
    it('fits a phone: nothing is wider than the screen, and a long list scrolls in its own place', async () => {
        const { page } = played;
        await run(`for (let count = 0; count < 300; count++) my.getFileSystemManager().access({ path: '/usr/data/' + 'long/'.repeat(20) + count });`);
        await page.click('#tab-calls');
        await page.setViewportSize({ width: 390, height: 844 });
        await page.locator('#call-rows tr').nth(299).waitFor({ state: 'attached' });
        const { wide, tall, listed } = await page.evaluate(() => ({
            wide: [...document.querySelectorAll('body *')].filter((part) => part.getBoundingClientRect().right > innerWidth + 1).length,
            tall: document.documentElement.scrollHeight / innerHeight,
            listed: document.getElementById('call-scroll')!.scrollHeight,
        }));
        await page.setViewportSize({ width: 1440, height: 900 });
        expect(wide).toBe(0);
        expect(listed).toBeGreaterThan(10_000);
        expect(tall).toBeLessThan(3);
    });

    it('says that its server is gone, keeps the game, and goes on when the server is back', async () => {
        const { page } = played;
        await run(`my.getFileSystemManager().writeFileSync({ filePath: my.env.USER_DATA_PATH + '/kept.txt', data: 'x', encoding: 'utf8' });`);
        await page.route('**/description', (route) => route.abort());
        await page.click('#restart');
        await page.locator('#veil').waitFor();
        expect(await page.locator('#veil-text').textContent()).toContain('server no longer answers');
        await page.unroute('**/description');
        expect((await played.summary()).failures).toEqual([]);
        await run(`console.log('still', my.getFileSystemManager().accessSync({ path: my.env.USER_DATA_PATH + '/kept.txt' }).success);`);
        expect(await played.waitForLine(/^still/)).toBe('still true');
    });
});

describe('security', () => {
    it('lets the page load and reach nothing but its own server', async () => {
        const { page } = played;
        const refused = await page.evaluate(async () => {
            const reasons: string[] = [];
            document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => { reasons.push(effectiveDirective); });
            const script = document.createElement('script');
            script.textContent = 'window.injected = true';
            document.body.append(script);
            const image = new Image();
            image.src = 'https://other.example/pixel.png';
            await fetch('https://other.example/').catch(() => undefined);
            await new Promise((resolve) => setTimeout(resolve, 200));
            return { reasons: reasons.sort(), injected: 'injected' in window };
        });
        expect(refused.injected).toBe(false);
        expect(refused.reasons).toEqual(['connect-src', 'img-src', 'script-src-elem']);
    });

    it('lets no other site read, frame or use it', async () => {
        const stranger = await openPage();
        await stranger.route('http://stranger.test/', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>stranger</title>' }));
        await stranger.goto('http://stranger.test/');
        const outcome = await stranger.evaluate(async (address) => {
            const load = (make: () => HTMLElement): Promise<string> => new Promise((resolve) => {
                const element = make();
                element.onload = () => resolve('loaded');
                element.onerror = () => resolve('refused');
                document.body.append(element);
            });
            return {
                read: await fetch(`${address}package/game.js`).then(() => 'read', () => 'refused'),
                relay: await fetch(`${address}relay`, { method: 'POST', headers: { 'x-relay-address': 'https://example.org/' } }).then(() => 'used', () => 'refused'),
                script: await load(() => Object.assign(document.createElement('script'), { src: `${address}module/game.js` })),
            };
        }, played.preview.address);
        await stranger.close();
        expect(outcome).toEqual({ read: 'refused', relay: 'refused', script: 'refused' });
    });
});
