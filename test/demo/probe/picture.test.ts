import { describe, expect, it } from 'vitest';
import type { Pen } from '../../../source/demo/probe/canvas';
import { paintPicture, type Picture } from '../../../source/demo/probe/picture';

/** A pen whose letters are as wide as its font is high, and that keeps what is written. */
function createPen(): { pen: Pen; written: string[] } {
    const written: string[] = [];
    const pen: Pen = {
        fillStyle: '', font: '', textBaseline: '', textAlign: '',
        fillRect: () => {},
        fillText: (text) => { written.push(text); },
        measureText: (text) => ({ width: text.length * parseFloat(pen.font) }),
        setTransform: () => {},
    };
    return { pen, written };
}

const picture: Picture = { instruction: { zh: '请用一根手指点一下屏幕', en: 'Tap the screen once, with one finger' }, isAction: true, notes: ['Pixel 8'], rows: [], text: JSON.stringify({ answer: 'x'.repeat(300) }) };

describe('the picture of the probe', () => {
    it.each([[812, 375], [667, 375], [320, 240], [150, 100], [1, 1]])('has every letter of its text, and comes to an end, on %i × %i', (width, height) => {
        const { pen, written } = createPen();
        paintPicture({ width, height }, picture)(pen);
        const all = written.join('').replace(/ /g, '');
        for (const words of [picture.instruction.zh, picture.instruction.en, picture.text!]) expect(all).toContain(words.replace(/ /g, ''));
    });
});
