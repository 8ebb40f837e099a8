import { BuildError, createProblem, exitCodes, type BuildProblem } from '../problems';
import type { RemoteObject } from './manifest';
import type { DeliveryPlan } from './plan';
import { TransferError, type TransferVerdict } from './retry';
import type { Target } from './target/target';

/** How far a delivery is. */
export interface DeliveryProgress {
    readonly doneBytes: number;
    readonly totalBytes: number;
}

/** A delivery that stopped. Everything it names is safe to send again. */
export class DeliveryError extends BuildError {
    constructor(
        problems: readonly BuildProblem[],
        /** Paths that are not on the target, in the order they will be sent in. */
        readonly missing: readonly string[],
    ) {
        super(problems, exitCodes.failed);
    }
}

/** How many names a message lists; `missing` of the error holds all. */
const namesInMessage = 20;

const codes = { again: 'AMG521', keys: 'AMG522', bucket: 'AMG523', refused: 'AMG524' } as const satisfies Readonly<Record<TransferVerdict, string>>;

/**
 * Carries out a plan, phase after phase. A phase begins when every file of the one before is proved to be there:
 * at any moment the target holds no new config whose files are missing.
 * @throws DeliveryError with what went wrong and everything that is missing.
 */
export async function deliver(plan: DeliveryPlan, target: Target, onProgress?: (progress: DeliveryProgress) => void): Promise<void> {
    let doneBytes = 0;
    const left = new Map<string, RemoteObject>(plan.phases.flatMap(({ files }) => files.map((file) => [file.path, file] as const)));
    for (const { files } of plan.phases) {
        const { delivered, failures } = await target.send(files, (bytes) => {
            doneBytes += bytes;
            onProgress?.({ doneBytes, totalBytes: plan.bytes });
        });
        for (const path of delivered) left.delete(path);
        if (failures.size > 0) throw stopped([...left.keys()], failures, target);
    }
}

function stopped(missing: readonly string[], failures: ReadonlyMap<string, Error>, { name, attempts }: Target): DeliveryError {
    const named = missing.slice(0, namesInMessage).join(', ');
    const files = missing.length > namesInMessage ? `${named}, +${missing.length - namesInMessage}` : named;
    const reasons = [...failures].map(([path, error]) => problemOf(path, error, attempts));
    return new DeliveryError([...reasons, createProblem('AMG520', name, { count: missing.length, target: name, files })], missing);
}

/** The problem that a failed transfer is to a person. */
export function problemOf(where: string, error: Error, attempts: number): BuildProblem {
    const verdict = error instanceof TransferError ? error.verdict : 'refused';
    return verdict === 'again'
        ? createProblem(codes[verdict], where, { attempts, reason: error.message })
        : createProblem(codes[verdict], where, { reason: error.message });
}
