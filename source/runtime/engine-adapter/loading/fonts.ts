import { copyFile, makeFolder, removeFolder } from '../../my/files';
import { extensionOf, type AssetFilesSetup } from './asset-files';

/**
 * Makes a loader that registers a font and gives its family. Old clients crash on a font outside user data, so one
 * that lies elsewhere is copied there first, for this session; null from the host is a failure (platform facts 3.2).
 */
export function createFontLoader(my: AssetFilesSetup['my']): (path: string) => Promise<string> {
    const { USER_DATA_PATH: userData } = my.env || { USER_DATA_PATH: '' };
    const folder = userData + '/fonts';
    let ready: Promise<unknown> | undefined;
    let count = 0;

    async function bringIn(path: string): Promise<string> {
        if (!userData || path.indexOf(userData) === 0) return path;
        try {
            // What the last session left goes.
            await (ready = ready || removeFolder(my, folder).then(() => makeFolder(my, folder)));
            const copy = `${folder}/${count++}${extensionOf(path)}`;
            await copyFile(my, path, copy);
            return copy;
        } catch {
            return path;
        }
    }

    return async (path) => {
        if (!my.loadFont) {
            console.warn(`${path}: this client loads no fonts; Arial is used`);
            return 'Arial';
        }
        const family = my.loadFont(await bringIn(path));
        if (!family) throw new Error(`${path}: the host cannot load this font; use a TrueType font`);
        return family;
    };
}
