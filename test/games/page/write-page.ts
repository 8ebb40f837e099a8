import { promises as fs } from 'node:fs';
import path from 'node:path';
import type { Results } from '../results';
import { decodePicture, makeThumbnail } from '../still-picture';
import { renderPage } from './render-page';

const thumbnailSide = 160;

/** Writes the table beside `results.json`. @returns its path. */
export async function writePage(results: Results, out: string): Promise<string> {
    const thumbnails = new Map<string, string>();
    for (const { pictures: { first, end } } of results.runs) {
        for (const file of [first, end]) {
            if (file !== undefined) thumbnails.set(file, makeThumbnail(decodePicture(await fs.readFile(path.join(out, file), 'base64')), thumbnailSide));
        }
    }
    const page = path.join(out, 'index.html');
    await fs.writeFile(page, renderPage(results, thumbnails));
    return page;
}
