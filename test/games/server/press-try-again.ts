import type { PlayedGame } from '../../e2e/preview-page';
import { decodePicture } from '../still-picture';

/** Presses what a failed start offers: the button of a dialog, else one in the middle of the screen. @returns what it pressed. */
export async function pressTryAgain(game: PlayedGame): Promise<string> {
    const button = game.page.locator('#dialog:not([hidden]) #dialog-confirm');
    if (await button.isVisible()) {
        await button.click();
        return 'the dialog';
    }
    const { width, height } = decodePicture(await game.picture());
    // A light display has one pixel a point. A button may be anywhere below the middle: a start that goes on ignores the rest.
    for (let share = 0.4; share < 1; share += 0.04) await game.tap(Math.round(width / 2), Math.round(height * share));
    return 'a touch';
}
