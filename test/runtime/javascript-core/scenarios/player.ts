import { startGame } from './game';
import type { Scenario } from './names';

export const editText: Scenario = async (profile) => {
    const game = startGame(profile);
    const { user } = game.host;
    const boxes = [{ string: 'old' }, { string: '', inputMode: 0 }, { string: '表情', maxLength: 3, returnType: 3 }].map((values) => new game.cc.EditBoxComponent(values));
    const log: unknown[] = [];
    for (const [index, box] of boxes.entries()) {
        box.focus();
        await game.clock.advance(50);
        log.push({ ...user.keyboard });
        user.typeText(index === 2 ? '游😀戏机' : `new ${index}\nline`);
        await game.clock.advance(50);
        if (index < 2) user.confirm();
        else user.dismiss();
        await game.clock.advance(50);
        box.blur();
        await game.clock.advance(50);
        log.push(box.string, box.told, user.keyboard ?? null);
    }
    return log;
};

export const touchGame: Scenario = async (profile) => {
    const game = startGame(profile);
    const { window, host } = game;
    const log: string[] = [];
    for (const [place, target] of Object.entries({ canvas: window.canvas, document: window.document, window })) {
        for (const type of ['touchstart', 'touchmove', 'touchend', 'touchcancel']) {
            target.addEventListener(type, (event: { touches: ArrayLike<object>; changedTouches: ArrayLike<object>; target: unknown }) => {
                log.push(`${place} ${type} ${JSON.stringify([event.touches, event.changedTouches].map((list) => Array.from(list as ArrayLike<{ identifier: number; clientX: number; pageY: number }>, ({ identifier, clientX, pageY }) => [identifier, clientX, pageY])))} ${event.target === window.canvas}`);
            });
        }
    }
    host.user.tap(10, 20);
    host.user.touchStart({ id: 0, x: 1, y: 2 }, { id: 1, x: 3, y: 4 });
    await game.clock.advance(16);
    host.user.touchMove({ id: 1, x: 30, y: 40 });
    host.user.touchStart({ id: 2, x: 5.5, y: 6.25 });
    host.user.touchEnd(0);
    await game.clock.advance(16);
    host.lifecycle.hide();
    host.user.touchCancel(1, 2);
    host.lifecycle.show();
    await game.clock.advance(100);
    return log;
};
