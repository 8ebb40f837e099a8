import { BuildError, exitCodes, hasErrors } from '../problems';
import { applyPlan, recoverPackage } from './apply-plan';
import { withPackageLock } from './lock';
import { planPackage } from './make-plan';
import type { PackageRequest, PackageResult } from './request';

export { applyPlan, recoverPackage } from './apply-plan';
export { readFirstScreenPictures } from './artefacts/first-screen-pictures';
export { formatPlan } from './format-plan';
export { cliBuildSettings, md5Additions, selectCompileOptions } from './host-settings';
export { planPackage } from './make-plan';
export { summarizeResult } from './summary';
export { findTemplateDirectories } from './templates';
export type { PackagePlan, PlannedFile, Place, Step } from './plan';
export type { LimitReport, PackagedFile, PackageRequest, PackageResult, Progress, RemoteBundleSummary } from './request';

/** A package that was written, for inspection, but must not pass: `result` says what was made. */
export class PackageError extends BuildError {
    constructor(readonly result: PackageResult) {
        super(result.problems, exitCodes.failed);
    }
}

/**
 * Ends what an earlier run left half done, plans, and applies; one run at a time for one package. Throws `BuildError`
 * (34) before anything is written where the build cannot be packaged or another run is packaging it, and
 * `PackageError` (34) after everything is written where a limit that fails the build is passed.
 */
export async function packageBuild(request: PackageRequest): Promise<PackageResult> {
    const result = await withPackageLock(request.outputDirectory, async () => {
        recoverPackage(request.outputDirectory);
        return applyPlan(await planPackage(request));
    });
    if (hasErrors(result.problems)) throw new PackageError(result);
    return result;
}
