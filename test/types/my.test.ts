import { describe, expect, it } from 'vitest';
import { compile as compileWith, compilers } from './compile';

describe.each(compilers)('types/my.d.ts, %s', (_name, compiler) => {
    const compile = (script: string): string[] => compileWith(script, { ts: compiler }, ['my.d.ts']);

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
