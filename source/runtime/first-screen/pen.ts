import type { MyCanvas } from '../../platform/my';

/** The part of a 2d context that the first screen draws and writes with. */
export interface Pen {
    fillStyle: string;
    strokeStyle: string;
    lineWidth: number;
    lineCap: string;
    font: string;
    textAlign: string;
    textBaseline: string;
    globalAlpha: number;
    beginPath(): void;
    drawImage(image: unknown, x: number, y: number, width: number, height: number): void;
    fillRect(x: number, y: number, width: number, height: number): void;
    fillText(text: string, x: number, y: number): void;
    lineTo(x: number, y: number): void;
    measureText(text: string): { readonly width: number };
    moveTo(x: number, y: number): void;
    restore(): void;
    save(): void;
    scale(x: number, y: number): void;
    stroke(): void;
}

/** Null where a canvas gives none, as one that belongs to WebGL. */
export function penOf(canvas: MyCanvas): Pen | null {
    return canvas.getContext('2d') as Pen | null;
}

/** A bar with round ends, as wide as it is shown, ends and all. */
export function drawBar(pen: Pen, colour: string, left: number, top: number, width: number, height: number): void {
    const radius = height / 2;
    pen.strokeStyle = colour;
    pen.lineWidth = height;
    pen.lineCap = 'round';
    pen.beginPath();
    pen.moveTo(left + radius, top + radius);
    pen.lineTo(left + width - radius, top + radius);
    pen.stroke();
}
