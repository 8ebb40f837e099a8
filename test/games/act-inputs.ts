import type { PlayedGame } from '../e2e/preview-page';
import type { InputStep } from './input-script';

const keyboardPatience = 5_000;
const dragStepMs = 40;

/** Makes the inputs of a script as a player does, each at its time. @returns those that could not be made, and why. */
export async function actInputs(game: PlayedGame, steps: readonly InputStep[], sinceFirstFrame: () => number): Promise<readonly string[]> {
    const missed: string[] = [];
    for (const step of steps) {
        await game.page.waitForTimeout(Math.max(0, step.at - sinceFirstFrame()));
        const reason = await act(game, step);
        if (reason !== undefined) missed.push(`${JSON.stringify(step)}: ${reason}`);
    }
    return missed;
}

async function act(game: PlayedGame, step: InputStep): Promise<string | undefined> {
    if ('tap' in step) await game.tap(...step.tap);
    else if ('drag' in step) await drag(game, step.drag, step.ms ?? 400);
    else if ('type' in step) return type(game, step.type);
    else await hide(game, step.hide);
    return undefined;
}

async function drag(game: PlayedGame, [fromX, fromY, toX, toY]: readonly [number, number, number, number], milliseconds: number): Promise<void> {
    const count = Math.max(2, Math.round(milliseconds / dragStepMs));
    const touch = (phase: 'start' | 'move' | 'end', share: number): Promise<void> =>
        game.send({ type: 'touch', phase, fingers: [{ identifier: 0, x: fromX + (toX - fromX) * share, y: fromY + (toY - fromY) * share }] });
    await touch('start', 0);
    for (let step = 1; step <= count; step++) {
        await game.page.waitForTimeout(dragStepMs);
        await touch('move', step / count);
    }
    await touch('end', 1);
}

/** Types into the phone's keyboard, which the game has to have opened, and confirms. */
async function type({ page }: PlayedGame, text: string): Promise<string | undefined> {
    const field = page.locator('#keyboard:not([hidden]) :is(input, textarea):not([hidden])');
    const isOpen = await field.waitFor({ timeout: keyboardPatience }).then(() => true, () => false);
    if (!isOpen) return 'no keyboard was open';
    await field.fill(text);
    // What the game hears of each letter comes before the confirmation, as from a hand.
    await page.waitForTimeout(200);
    await page.locator('#keyboard-confirm').click({ timeout: keyboardPatience });
    return undefined;
}

async function hide(game: PlayedGame, milliseconds: number): Promise<void> {
    await game.send({ type: 'visible', visible: false });
    await game.page.waitForTimeout(milliseconds);
    await game.send({ type: 'visible', visible: true });
}
