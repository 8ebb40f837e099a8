import type { PackagePart } from '../package';
import type { BuildProblem } from '../problems';
import type { LimitReport, PackageRequest } from './request';

/** The folders a run may write: the package, what goes to the resource server, the source maps. */
export type RootName = 'output' | 'remote' | 'maps';

/** A file or folder of one of the roots; `path` is relative, with `/`. */
export interface Place {
    readonly root: RootName;
    readonly path: string;
}

/** The request is part of the plan: a plan is applied to what it was made for. */
export interface PackagePlan {
    readonly request: PackageRequest;
    readonly parts: readonly PackagePart[];
    readonly limits: readonly LimitReport[];
    readonly problems: readonly BuildProblem[];
}
