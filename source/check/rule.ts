import type { Package, PackageContents } from '../package';
import type { BuildProblem } from '../problems';

/** One thing `check` looks at: reads a package and says what is wrong with it. */
export type Rule = (pack: Package, contents: PackageContents) => readonly BuildProblem[];
