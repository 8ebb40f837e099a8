import type { Timers } from '../../my/files';
import type { GlobalScope, Host } from '../../my/host';
import { unpackedBytes } from '../cache/zip-size';
import type { FindReplacement } from '../fs-utils';
import type { UseFile } from '../loading/addresses';
import { createFontLoader, useArial } from '../loading/fonts';
import type { GameFiles } from '../loading/game-files';
import { unpackBundle } from '../remote/zip-bundle';
import { createDownloads, type DownloadAsGameWants } from './downloads';
import { callReplacement, createFileMembers, type FileMembers } from './file-members';
import { loadAsData, runOtherScript, tellVersions } from './scripts';

export interface LoadingServicesSetup extends Pick<GameFiles, 'locate'> {
    readonly my: Host & Required<Pick<Host, 'getFileSystemManager'>>;
    readonly timers: Timers;
    readonly scope: GlobalScope;
    /** Milliseconds one download may take. */
    readonly timeout?: number | undefined;
    readonly findReplacement: FindReplacement;
}

/** What the engine-adapter loads when it is first needed: many a game never does. */
export interface LoadingServices {
    readonly fileMembers: FileMembers;
    readonly download: DownloadAsGameWants;
    readonly loadFont: UseFile<string>;
    readonly useArial: typeof useArial;
    readonly callReplacement: typeof callReplacement;
    readonly loadAsData: typeof loadAsData;
    readonly runOtherScript: typeof runOtherScript;
    readonly tellVersions: typeof tellVersions;
    readonly unpackBundle: typeof unpackBundle;
    readonly unpackedBytes: typeof unpackedBytes;
}

export function createLoadingServices(setup: LoadingServicesSetup): LoadingServices {
    return {
        fileMembers: createFileMembers(setup), download: createDownloads(setup), loadFont: createFontLoader(setup.my),
        useArial, callReplacement, loadAsData, runOtherScript, tellVersions, unpackBundle, unpackedBytes,
    };
}
