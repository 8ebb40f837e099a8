import { describe, expect, it } from 'vitest';
import { compile, compileEach, compilers } from './compile';

describe.each(compilers)('types/my.d.ts, %s', (_name, compiler) => {
    const project = { ts: compiler };
    const declarations = ['my.d.ts'];

    it('knows what @mini-types/my lacks: subpackages, touch, keyboard', () => {
        expect(compile(`
            my.loadSubpackage?.({ name: 'stage', success: ({ success }) => success });
            my.onTouchStart(({ touches }) => touches[0].clientX);
            my.showKeyboard?.({ defaultValue: '', confirmType: 'send' });
            my.onKeyboardConfirm?.(({ value }) => value.length);
            const answer = my.getFileSystemManager().readFileSync({ filePath: 'game.json', encoding: 'utf8' });
            if ('error' in answer) answer.errorMessage; else answer.data;
        `, project, declarations)).toEqual([]);
    });

    it('holds a game to probing what a client may lack, and to Alipay\'s own shapes', () => {
        const wrong: readonly (readonly [use: string, message: string])[] = [
            ['my.getWindowInfo();', 'possibly \'undefined\''],
            ['my.getStorageSync(\'key\');', 'not assignable'],
            ['my.getStorageSync({ key: \'key\' }).data;', 'does not exist on type'],
            ['my.request({ url: \'https://a.example/\', header: {} });', '\'header\' does not exist'],
            ['my.downloadFile({ url: \'https://a.example/\', headers: {} });', '\'headers\' does not exist'],
        ];
        expect(compileEach(wrong.map(([use]) => use), project, declarations)).toEqual(wrong.map(([, message]) => [expect.stringContaining(message)]));
    });
});
