import { BuildError, createProblem, exitCodes } from '../problems';

/** An error of the file system as a problem that names the operation and the path; any other error as it is. */
export function fileFailure(code: 'AMG311' | 'AMG317', error: unknown, where: string): unknown {
    if (error instanceof BuildError || !(error instanceof Error) || !('code' in error)) return error;
    const { syscall = error.name, path, message } = error as NodeJS.ErrnoException;
    return new BuildError([createProblem(code, path ?? where, { operation: syscall, reason: message })], exitCodes.failed);
}
