import { openContents, type Package, type PackageContents } from '../package';
import type { BuildProblem } from '../problems';
import type { Rule } from './rule';
import { checkBundleAssets } from './rules/bundle-assets';
import { checkBundles } from './rules/bundles';
import { checkComponents, componentMarks } from './rules/components';
import { checkEntryFiles } from './rules/entry-files';
import { checkFileTypes } from './rules/file-types';
import { checkGameFiles } from './rules/game-files';
import { checkGameJson } from './rules/game-json';
import { checkLimits } from './rules/limits';
import { checkNamedFiles } from './rules/named-files';
import { checkOrientation } from './rules/orientation';
import { checkPlainHttp, plainHttpMarks } from './rules/plain-http';
import { checkRemoteFolder } from './rules/remote-folder';
import { checkRemoteServer } from './rules/remote-server';
import { checkRequiredModules } from './rules/required-modules';
import { checkSubpackages } from './rules/subpackages';
import { checkWebAssembly } from './rules/web-assembly';

export type { Rule } from './rule';

/** Every rule, in the order of their findings: first what keeps the game from starting. */
const rules: readonly Rule[] = [
    checkEntryFiles, checkGameJson, checkOrientation, checkRequiredModules, checkGameFiles, checkNamedFiles, checkSubpackages, checkBundles, checkBundleAssets,
    checkLimits, checkRemoteServer, checkRemoteFolder, checkPlainHttp, checkFileTypes, checkComponents, checkWebAssembly,
];

/** What the rules ask of `PackageContents.mentioning`. */
export const contentMarks: readonly string[] = [...plainHttpMarks, ...componentMarks];

/**
 * Checks a package: what could not be read of it, then what the rules find.
 * @param contents for callers that have searched the texts already.
 */
export function checkPackage(pack: Package, contents: PackageContents = openContents(pack, contentMarks)): BuildProblem[] {
    return [...pack.problems, ...rules.flatMap((rule) => rule(pack, contents))];
}
