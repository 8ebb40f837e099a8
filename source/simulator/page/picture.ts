/** Whether a picture is of one colour only: a game that draws nothing but its background. */
export async function isBlankPicture(png: ArrayBuffer): Promise<boolean> {
    const bitmap = await createImageBitmap(new Blob([png], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d');
    if (!context) return false;
    context.drawImage(bitmap, 0, 0);
    const pixels = new Uint32Array(context.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer);
    return pixels.every((pixel) => pixel === pixels[0]);
}
