import { describe, expect, it, vi } from 'vitest';
import { sweptProfiles } from '../../environment/swept-profiles';
import { startGame, type Game, type GameSetup } from './game';

function startEditing(values: object = {}, setup: GameSetup = {}) {
    const game = startGame(setup);
    const box = new game.cc.EditBoxComponent(values);
    box.focus();
    return { game, box, user: game.host.user };
}
const wait = (game: Game): Promise<void> => game.clock.advance(50);

describe.each(sweptProfiles)('an edit box on %s', (_name, profile) => {
    it('takes what the player types, confirms and ends once', async () => {
        const { game, box, user } = startEditing({ string: 'old' }, { host: { profile } });
        await wait(game);
        expect(user.keyboard).toMatchObject({ defaultValue: 'old', maxLength: 20, multiple: false });
        expect(box.isFocused()).toBe(true);
        user.typeText('new');
        await wait(game);
        user.confirm();
        await wait(game);
        expect(box.string).toBe('new');
        expect(box.told).toEqual(['began', 'changed "new"', 'return', 'ended']);
        expect(box.isFocused()).toBe(false);
        expect(user.keyboard).toBeUndefined();
    });

    it('takes the empty text', async () => {
        const { game, box, user } = startEditing({ string: 'old' }, { host: { profile } });
        await wait(game);
        user.typeText('');
        user.dismiss();
        await wait(game);
        expect(box.string).toBe('');
        expect(box.told).toEqual(['began', 'changed ""', 'ended']);
    });
});

describe('an edit box', () => {
    it('of several lines stays open at a line break', async () => {
        const { game, box, user } = startEditing({ inputMode: 0 });
        await wait(game);
        expect(user.keyboard).toMatchObject({ multiple: true });
        user.typeText('a\nb');
        user.confirm();
        await wait(game);
        expect(box.told).toEqual(['began', 'changed "a\\nb"', 'return']);
        expect(box.isFocused()).toBe(true);
        box.blur();
        await wait(game);
        expect(box.told).toContain('ended');
        expect(user.keyboard).toBeUndefined();
    });

    it.each([[0, 'done'], [1, 'done'], [2, 'send'], [3, 'search'], [4, 'go'], [5, 'next']])('with return type %d shows the key "%s"', async (returnType, confirmType) => {
        const { game, user } = startEditing({ returnType });
        await wait(game);
        expect(user.keyboard).toMatchObject({ confirmType });
    });

    it.each([[-1, 65535], [5, 5], [0, 0]])('with a maximum length of %d asks for %d', async (maxLength, asked) => {
        const { game, user } = startEditing({ maxLength });
        await wait(game);
        expect(user.keyboard).toMatchObject({ maxLength: asked });
    });

    it('hands the keyboard over to another one', async () => {
        const { game, box, user } = startEditing({ string: 'first' });
        const second = new game.cc.EditBoxComponent({ string: 'second' });
        await wait(game);
        second.focus();
        await wait(game);
        expect(box.told).toEqual(['began', 'ended']);
        user.typeText('typed');
        await wait(game);
        expect([box.string, second.string]).toEqual(['first', 'typed']);
    });

    it('ends when it is disabled or destroyed, and the keyboard goes', async () => {
        const { game, box, user } = startEditing();
        await wait(game);
        box.destroy();
        await wait(game);
        expect(box.told).toEqual(['began', 'ended']);
        expect(user.keyboard).toBeUndefined();
    });

    it('ends when the host cannot show the keyboard', async () => {
        const game = startGame();
        game.host.faults.add({ kind: 'fail', at: 1, api: 'showKeyboard' });
        const box = new game.cc.EditBoxComponent();
        box.focus();
        await wait(game);
        expect(box.told).toEqual(['began', 'ended']);
    });

    it.each([
        [['showKeyboard']],
        [['showKeyboard', 'hideKeyboard', 'onKeyboardInput', 'onKeyboardConfirm', 'onKeyboardComplete', 'offKeyboardInput', 'offKeyboardConfirm', 'offKeyboardComplete']],
        [['hideKeyboard', 'onKeyboardComplete']],
    ])('does not throw on a host without %j', async (without) => {
        const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
        const { game, box } = startEditing({}, { host: { without } });
        await wait(game);
        box.blur();
        await wait(game);
        expect(box.isFocused()).toBe(false);
        warn.mockRestore();
    });
});
