/** A texture on the graphics card. */
export interface Picture {
    readonly texture: WebGLTexture;
    readonly width: number;
    readonly height: number;
}

/** Draws one line of text, white on clear; null where the client has no second canvas to draw it on. */
export function drawText(text: string, fontSize: number): HTMLCanvasElement | null {
    const canvas = document.createElement('canvas');
    const context = canvas.getContext('2d');
    if (!context) return null;
    const font = `${fontSize}px sans-serif`;
    context.font = font;
    canvas.width = Math.ceil(context.measureText(text).width) + fontSize;
    canvas.height = Math.ceil(fontSize * 1.6);
    context.font = font;
    context.fillStyle = '#ffffff';
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillText(text, canvas.width / 2, canvas.height / 2);
    return canvas;
}
