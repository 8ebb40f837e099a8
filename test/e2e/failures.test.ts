import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judgeReport } from '../../source/simulator';
import { leaveBrowser } from './browser';
import { drawingGame, writePackage } from './game-package';
import { playGame, type PlayedGame } from './preview-page';

let scratch: string;
let played: PlayedGame;

beforeAll(async () => {
    scratch = await fs.mkdtemp(path.join(os.tmpdir(), 'preview-failures-'));
    await writePackage(scratch, { 'game.js': '' });
    played = await playGame(scratch, { device: 'iPhone SE' });
});
afterAll(async () => {
    await played?.close();
    await leaveBrowser();
    await fs.rm(scratch, { recursive: true, force: true });
});

describe('what makes a preview fail', () => {
    it.each([
        ['an error at the start', `${drawingGame()} throw new TypeError('broken');`, 'AMG660', 'game.js:14:'],
        ['an error in a frame', drawingGame('requestAnimationFrame(() => {\n missing.name;\n});'), 'AMG660', 'game.js:15:2'],
        ['an error in an answer', drawingGame("my.getFileSystemManager().access({ path: 'x', fail() { throw new Error('late'); } });"), 'AMG660', 'game.js:14:'],
        ['an error in a timer', drawingGame("setTimeout(() => { throw new Error('late'); }, 10);"), 'AMG660', 'game.js:14:'],
        ['a promise that nobody caught', drawingGame("Promise.reject(new Error('left alone'));"), 'AMG660', 'game.js:14:'],
        ['an error that a listener of my.onError takes', drawingGame("my.onError(() => {}); setTimeout(() => { throw new Error('taken'); }, 10);"), 'AMG660', 'game.js:14:'],
        ['an error on the first line, whose column is not the wrapper\'s', "'use strict'; null.x;", 'AMG660', 'game.js:1:20'],
        ['a syntax error', 'const = 1;', 'AMG660', 'game.js'],
        ['a module that is not there', drawingGame("require('./gone.js');"), 'AMG661', 'gone.js'],
        ['a file that is not there', drawingGame("my.getFileSystemManager().readFile({ filePath: 'assets/gone.json', encoding: 'utf8' });"), 'AMG661', 'assets/gone.json'],
        ['a file that is not there, synchronously', drawingGame("my.getFileSystemManager().readFileSync({ filePath: 'assets/gone.json' });"), 'AMG661', 'assets/gone.json'],
        ['a picture that is not there', drawingGame("my.createImage().src = 'assets/gone.png';"), 'AMG661', 'assets/gone.png'],
        ['a module that is not there, although the game catches it', drawingGame("try { require('./gone.js'); } catch (error) {}"), 'AMG661', 'gone.js'],
        ['a file that is not there, although the game has an answer for that', drawingGame("my.getFileSystemManager().readFile({ filePath: '/assets/gone.json', fail() {} });"), 'AMG661', 'assets/gone.json'],
        ['a sound that is not there', drawingGame("my.createInnerAudioContext().src = 'assets/gone.mp3';"), 'AMG661', 'assets/gone.mp3'],
        ['a font that is not there', drawingGame("my.loadFont('assets/gone.ttf');"), 'AMG661', 'assets/gone.ttf'],
        ['a name of another platform', drawingGame('my.getSharedCanvas();'), 'AMG666', 'game.js:14:'],
        ['a name with a slip', drawingGame('my.shwoToast({});'), 'AMG668', 'game.js:14:'],
        ['a name of files that there is not', drawingGame('my.getFileSystemManager().truncate({});'), 'AMG666', 'game.js:14:'],
        ['a global of browsers', drawingGame("fetch('x');"), 'AMG662', 'game.js:14:'],
        ['eval (platform facts 2.5)', drawingGame("eval('1 + 1');"), 'AMG660', 'game.js:14:'],
        ['new Function (platform facts 2.5)', drawingGame("new Function('return 1');"), 'AMG660', 'game.js:14:'],
    ])('%s', async (_name, game, expected, place) => {
        await fs.writeFile(path.join(scratch, 'game.js'), game);
        await played.restart();
        await played.waitForFailure();
        const problems = judgeReport({ ...await played.summary(), title: '', profile: 'android', device: '', webgl2: false, seconds: 0, blankPicture: null, userFiles: { count: 0, bytes: 0 }, firstFrameMs: 0 });
        expect(problems.map(({ code }) => code)).toEqual([expected]);
        expect(problems[0]!.where).toContain(place);
    });
});
