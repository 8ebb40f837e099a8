import type { MyEnvironment } from '../../../platform/my';
import { copyFile, makeFolder, removeFolder } from '../../my/files';
import type { RemoteAssetsSetup } from '../remote/remote-assets';
import { extensionOf } from './addresses';

/**
 * Makes a loader that registers a font and gives its family. Old clients crash on a font outside user data, so one
 * that lies elsewhere is copied there first, for this session; null from the host is a failure (platform facts 3.2).
 */
export function createFontLoader(my: RemoteAssetsSetup['my']): (path: string) => Promise<string> {
    let ready: Promise<unknown> | undefined;
    let count = 0;
    return async (path) => {
        if (!my.loadFont) {
            console.warn(path + ': this client loads no fonts; Arial takes its place');
            return 'Arial';
        }
        const { USER_DATA_PATH: userData = '' } = my.env || {} as Partial<MyEnvironment>;
        let local = path;
        if (userData && path.indexOf(userData)) {
            const folder = userData + '/fonts';
            // What the last session left goes.
            ready = ready || removeFolder(my, folder).then(() => makeFolder(my, folder));
            local = `${folder}/${count++}${extensionOf(path)}`;
            await ready.then(() => copyFile(my, path, local)).catch(() => { local = path; });
        }
        const family = my.loadFont(local);
        if (!family) throw new Error(path + ': the host cannot load this font');
        return family;
    };
}
