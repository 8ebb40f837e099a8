import { BuildError, exitCodes, hasErrors } from '../problems';
import type { PackagePlan } from './plan';
import type { PackageRequest, PackageResult } from './request';

export { cliBuildSettings, fixedNames, md5Additions, selectCompileOptions } from './host-settings';
export { formatBytes, summarizeResult } from './summary';
export type { PackagePlan } from './plan';
export type { LimitReport, PackagedFile, PackageRequest, PackageResult, Progress, RemoteBundleSummary } from './request';

/** A package that was written, for inspection, but must not pass: `result` says what was made. */
export class PackageError extends BuildError {
    constructor(readonly result: PackageResult) {
        super(result.problems, exitCodes.failed);
    }
}

/** Plans a package. Reads only. Throws `BuildError` (34) with every problem of the build, the templates and the paths. */
export async function planPackage(_request: PackageRequest): Promise<PackagePlan> {
    throw new Error('not written yet');
}

/** The plan as lines of text, for `--dry-run`. */
export function formatPlan(_plan: PackagePlan): string {
    throw new Error('not written yet');
}

/** Carries a plan out; the only writer. */
export async function applyPlan(_plan: PackagePlan): Promise<PackageResult> {
    throw new Error('not written yet');
}

/**
 * Plans and applies. Throws `BuildError` (34) before anything is written where the build cannot be packaged, and
 * `PackageError` (34) after everything is written where a limit that the user set is passed.
 */
export async function packageBuild(request: PackageRequest): Promise<PackageResult> {
    const result = await applyPlan(await planPackage(request));
    if (hasErrors(result.problems)) throw new PackageError(result);
    return result;
}
