import type { MyEnvironment } from '../../../platform/my';
import { copyFile, makeFolder, readBytes, removeFolder } from '../../my/files';
import { attempt } from '../../my/host';
import type { RemoteAssetsSetup } from '../remote/remote-assets';
import { extensionOf, type UseFile } from './addresses';

/** What a text is drawn in when its font cannot be had: a game without one font goes on. */
export function useArial(reason: unknown): string {
    console.warn(`${reason as string}; Arial takes its place`);
    return 'Arial';
}

/**
 * Makes a loader that registers a font and gives its family. Old clients crash on a font outside user data, so one
 * that lies elsewhere is copied there first, for this session. A host may answer anything but a name, or throw:
 * a whole file is then replaced by Arial, another one rejects, so that it is fetched again.
 */
export function createFontLoader(my: RemoteAssetsSetup['my']): UseFile<string> {
    let ready: Promise<unknown> | undefined;
    let count = 0;
    return async (path, bytes) => {
        if (!my.loadFont) return useArial(path + ': this client loads no fonts');
        const { USER_DATA_PATH: userData = '' } = my.env || {} as Partial<MyEnvironment>;
        let local = path;
        if (userData && path.indexOf(userData)) {
            const folder = userData + '/fonts';
            // What the last session left goes.
            ready = ready || removeFolder(my, folder).then(() => makeFolder(my, folder));
            local = `${folder}/${count++}${extensionOf(path)}`;
            await ready.then(() => copyFile(my, path, local)).catch(() => { local = path; });
        }
        const family: unknown = attempt(() => my.loadFont!(local));
        if (family && typeof family === 'string') return family;
        const reason = path + ': the host cannot load this font';
        if (bytes && (await readBytes(my, path)).byteLength === bytes) return useArial(reason);
        throw new Error(reason);
    };
}
