import type { Package } from '../package';
import type { BuildProblem } from '../problems';
import type { Rule } from './rule';
import { checkBundles } from './rules/bundles';
import { checkEntryFiles } from './rules/entry-files';
import { checkOrientation } from './rules/orientation';
import { checkSubpackages } from './rules/subpackages';

export type { Rule } from './rule';

/** Every rule, in the order of their findings. */
export const rules: readonly Rule[] = [checkEntryFiles, checkOrientation, checkSubpackages, checkBundles];

/** Checks a package: what could not be read of it, then what the rules find. */
export function checkPackage(pack: Package): BuildProblem[] {
    return [...pack.problems, ...rules.flatMap((rule) => rule(pack))];
}
