import type { FileMeasure } from './measure/file-measure';
import type { PlainTexture, ReportFile, ReportGroup } from './model';

const image = /\.(png|jpe?g|webp)$/i;
/** What Cocos writes beside an image it compressed (platform facts 2.7). */
const compressedTwins = ['astc', 'pvr', 'pkm', 'ktx'];
const bytesPerPixel = 4;

/** The images of bundles that no compressed texture stands beside, those that take most memory first. */
export function findPlainTextures(files: readonly ReportFile[], groups: readonly ReportGroup[], measures: ReadonlyMap<string, FileMeasure>): PlainTexture[] {
    const paths = new Set(files.map(({ path }) => path));
    const textures: PlainTexture[] = [];
    for (const { path, group, bytes, assets } of files) {
        const { width, height } = measures.get(path) ?? {};
        if (!image.test(path) || groups[group]?.kind !== 'bundle' || width === undefined || height === undefined) continue;
        const stem = path.slice(0, path.lastIndexOf('.') + 1);
        if (compressedTwins.some((extension) => paths.has(stem + extension))) continue;
        textures.push({ path, ...(assets?.[0] === undefined ? {} : { asset: assets[0] }), bytes, width, height, memoryBytes: width * height * bytesPerPixel });
    }
    return textures.sort((a, b) => b.memoryBytes - a.memoryBytes);
}
