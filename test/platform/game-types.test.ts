import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ts from 'typescript';
import { afterAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(path.join(tmpdir(), 'game-types-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Compiles a game's script against the published declarations. @returns the compiler's messages. */
function compile(script: string): string[] {
    const file = path.join(folder, 'game.ts');
    writeFileSync(file, script);
    const program = ts.createProgram([file, path.join(__dirname, '../../types/my.d.ts')], { strict: true, noEmit: true, target: ts.ScriptTarget.ES2015, lib: ['lib.es2015.d.ts'], types: [] });
    return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}

describe('types/my.d.ts', () => {
    it('knows what @mini-types/my lacks: subpackages, touch, keyboard', () => {
        expect(compile(`
            my.loadSubpackage?.({ name: 'stage', success: ({ success }) => success });
            my.onTouchStart(({ touches }) => touches[0].clientX);
            my.showKeyboard?.({ defaultValue: '', confirmType: 'send' });
            my.onKeyboardConfirm?.(({ value }) => value.length);
            const answer = my.getFileSystemManager().readFileSync({ filePath: 'game.json', encoding: 'utf8' });
            if ('error' in answer) answer.errorMessage; else answer.data;
        `)).toEqual([]);
    });

    it('holds a game to probing what a client may lack, and to Alipay\'s own shapes', () => {
        expect(compile('my.getWindowInfo();')).toEqual([expect.stringContaining('possibly \'undefined\'')]);
        expect(compile('my.getStorageSync(\'key\');')).toEqual([expect.stringContaining('not assignable')]);
        expect(compile('my.getStorageSync({ key: \'key\' }).data;')).toEqual([expect.stringContaining('does not exist on type')]);
        expect(compile('my.request({ url: \'https://a.example/\', header: {} });')).toEqual([expect.stringContaining('\'header\' does not exist')]);
        expect(compile('my.downloadFile({ url: \'https://a.example/\', headers: {} });')).toEqual([expect.stringContaining('\'headers\' does not exist')]);
    });
});
