import { isGameFile } from './lean-layout';
import type { Package } from './package';
import { isExcluded } from './parts';

/**
 * The bytes that the lean layout takes out of a main package: 0 where it is lean already, and in packages that are not
 * of Cocos.
 */
export function measureLeanSavings({ files, parts, boot, gameRoot, uploadExclude }: Pick<Package, 'files' | 'parts' | 'boot' | 'gameRoot' | 'uploadExclude'>): number {
    if (gameRoot !== '' || boot.application === '') return 0;
    const subpackages = parts.slice(1).map(({ root }) => `${root}/`);
    const moved = [...files.values()].filter(({ path }) => isGameFile(path) && !isExcluded(path, uploadExclude) && !subpackages.some((root) => path.startsWith(root)));
    return moved.reduce((sum, { bytes }) => sum + bytes, 0);
}
