import type { Timers } from '../../my/files';
import type { GlobalScope, Host } from '../../my/host';
import { createSounds, type Sounds } from '../../my/sounds';
import { createTextInput, type TextInput } from '../../my/text-input';
import { unpackedBytes } from '../cache/zip-size';
import type { FindReplacement } from '../fs-utils';
import type { UseFile } from '../loading/addresses';
import { createFontLoader, useArial } from '../loading/fonts';
import type { GameFiles } from '../loading/game-files';
import { unpackBundle } from '../remote/zip-bundle';
import { createDownloads, type DownloadAsGameWants } from './downloads';
import { callReplacement, createFileMembers, type FileMembers } from './file-members';
import { loadAsData, runOtherScript, tellVersions } from './scripts';

export interface EngineServicesSetup extends Pick<GameFiles, 'locate'> {
    readonly my: Host & Required<Pick<Host, 'getFileSystemManager'>>;
    readonly timers: Timers;
    readonly scope: GlobalScope;
    /** Milliseconds one download may take. */
    readonly timeout?: number | undefined;
    readonly findReplacement: FindReplacement;
}

/** What the engine-adapter loads when it is first needed: many a game never does. */
export interface EngineServices {
    readonly fileMembers: FileMembers;
    readonly download: DownloadAsGameWants;
    readonly loadFont: UseFile<string>;
    readonly useArial: typeof useArial;
    createSounds(): Sounds;
    createTextInput(): TextInput;
    readonly callReplacement: typeof callReplacement;
    readonly loadAsData: typeof loadAsData;
    readonly runOtherScript: typeof runOtherScript;
    readonly tellVersions: typeof tellVersions;
    readonly unpackBundle: typeof unpackBundle;
    readonly unpackedBytes: typeof unpackedBytes;
}

export function createEngineServices(setup: EngineServicesSetup): EngineServices {
    return {
        fileMembers: createFileMembers(setup), download: createDownloads(setup), loadFont: createFontLoader(setup.my),
        createSounds: () => createSounds(setup.my, setup.timers),
        createTextInput: () => createTextInput(setup.my, setup.timers),
        useArial, callReplacement, loadAsData, runOtherScript, tellVersions, unpackBundle, unpackedBytes,
    };
}
