import { BuildError, createProblem, type BuildProblem } from '../problems';
import { reportDirectoryOf, writeReport, type ReportRequest } from './write-report';

/**
 * The report after a build. A build never fails for its report: what came in its way is a warning.
 * @returns the page's absolute path, the last line of the build's log; or the warning.
 */
export async function reportBuild(request: ReportRequest): Promise<{ readonly page: string } | { readonly problem: BuildProblem }> {
    try {
        return { page: (await writeReport(request)).page };
    } catch (error) {
        const [told] = error instanceof BuildError ? error.problems : [];
        if (told !== undefined) return { problem: { ...told, level: 'warning' } };
        return { problem: createProblem('AMG427', reportDirectoryOf(request.directory), { reason: (error as Error).message }) };
    }
}
