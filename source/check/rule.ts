import type { Package } from '../package';
import type { BuildProblem } from '../problems';

/** One thing `check` looks at: reads a package and says what is wrong with it. Pure. */
export type Rule = (pack: Package) => readonly BuildProblem[];
