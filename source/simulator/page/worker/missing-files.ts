import { fileErrors } from '../../../platform/errors';
import { tempPath, userDataPath, type CallRecord } from '../../model';

/** A read of a package file that is not there; looking whether one is there is no failure. */
export function missingPackageFile({ api, target, outcome, error }: CallRecord): string | undefined {
    const reads = /^(FileSystemManager\.(readFile|copyFile|unzip|getFileInfo)(Sync)?|Image\.src)$/.test(api);
    if (outcome !== 'fail' || !reads || (api !== 'Image.src' && error !== fileErrors.notFound)) return undefined;
    if (/^[a-z]+:/i.test(target) || target.startsWith(`${userDataPath}/`) || target.startsWith(`${tempPath}/`)) return undefined;
    return target.replace(/^(\.?\/)+/, '');
}
