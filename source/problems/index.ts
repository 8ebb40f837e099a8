export { BuildError, exitCodes } from './build-error';
export { closestName } from './closest-name';
export { languageOf, languageOfEnvironment } from './language';
export { createProblem, describeProblem, formatProblem, hasErrors, type BuildProblem, type ProblemDescription, type ProblemValues } from './problem';
export { problemTable, type ProblemCode } from './table';
export { fillText, type Language, type ProblemText, type ProblemRow } from './text';
