import type { MyImage } from '../../platform/my';
import { callHost, type Host } from '../my/host';
import type { Pen } from './pen';

/** Lengths in logical pixels. */
export interface Frame {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
}

/** A picture of the package, which is decoded while code loads. */
export interface Scenery {
    /** Draws it as large as fits into the frame, or covering it; nothing until it was decoded. */
    draw(pen: Pen, frame: Frame): void;
}

/** @param decoded tells when it can be drawn. */
export function loadScenery(my: Host, path: string, cover: boolean, decoded: () => void): Scenery {
    const image = callHost(my, 'createImage') as MyImage;
    image.onload = decoded;
    image.src = path;
    return {
        draw(pen, { x, y, width, height }) {
            const scale = Math[cover ? 'max' : 'min'](width / image.width, height / image.height);
            if (!isFinite(scale)) return;
            const wide = image.width * scale;
            const high = image.height * scale;
            pen.drawImage(image, x + (width - wide) / 2, y + (height - high) / 2, wide, high);
        },
    };
}
