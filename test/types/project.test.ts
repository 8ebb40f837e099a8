import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ts from 'typescript';
import { afterEach, describe, expect, it } from 'vitest';
import { createParsingHost, root } from './compile';

const project = mkdtempSync(path.join(tmpdir(), 'game-project-'));
afterEach(() => rmSync(project, { recursive: true, force: true }));

function write(file: string, content: string): void {
    mkdirSync(path.dirname(path.join(project, file)), { recursive: true });
    writeFileSync(path.join(project, file), content);
}

/** A project as Creator 3.8 makes it: its own tsconfig, and the one in temp/ that the editor keeps. */
function createProject(): void {
    const engine = path.join(root, 'node_modules/@cocos/creator-types/engine/cc.d.ts');
    write('temp/declarations/cc.d.ts', `/// <reference path="${engine}" />\n`);
    write('temp/tsconfig.cocos.json', JSON.stringify({
        compilerOptions: {
            target: 'ES2015', module: 'ES2015', strict: true, types: ['./temp/declarations/cc'], paths: { 'db://assets/*': [`${project}/assets/*`] },
            experimentalDecorators: true, isolatedModules: true, moduleResolution: 'node', noEmit: true, forceConsistentCasingInFileNames: true,
        },
    }));
    write('tsconfig.json', JSON.stringify({ extends: './temp/tsconfig.cocos.json', compilerOptions: { strict: false } }));
    write('assets/game.ts', `
        import { assetManager } from 'cc';
        export const bytes: number = assetManager.cacheManager.stats().bytes;
        export const platform: string = my.getSystemInfoSync().platform;
    `);
}

/** Messages about the game's own script. */
function check(): string[] {
    const config = path.join(project, 'tsconfig.json');
    const { options, fileNames } = ts.parseJsonConfigFileContent(ts.readConfigFile(config, ts.sys.readFile).config, ts.sys, project, {}, config);
    const program = ts.createProgram(fileNames, options, createParsingHost(ts, options, project));
    const source = program.getSourceFile(path.join(project, 'assets/game.ts'));
    return [...program.getOptionsDiagnostics(), ...program.getSemanticDiagnostics(source)].map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}

function installAt(folder: string): void {
    for (const part of ['types', 'package.json']) cpSync(path.join(root, part), path.join(project, folder, part), { recursive: true });
}

describe('a Creator project', () => {
    it('has the declarations as soon as the extension is in its folder extensions/', () => {
        createProject();
        expect(check()).toEqual([expect.stringContaining('\'stats\' does not exist'), expect.stringContaining('Cannot find name \'my\'')]);
        installAt('extensions/cocos-alipay-mini-game');
        expect(check()).toEqual([]);
    });

    it('has them by one line where the extension comes from npm', () => {
        createProject();
        installAt('node_modules/cocos-alipay-mini-game');
        write('alipay.d.ts', '/// <reference types="cocos-alipay-mini-game" />\n');
        expect(check()).toEqual([]);
    });
});
