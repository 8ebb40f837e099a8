import { formatProblem, type Language } from '../problems';
import type { Environment } from './credentials';
import { findProjectConfig, readDeployConfig } from './deploy-config';
import { runDelivery } from './run-delivery';
import { summarizeDelivery } from './summary';
import { describeTransfer, startMeter } from './transfer-meter';

export interface BuildDelivery {
    /** The finished package, somewhere below the project's folder. */
    readonly folder: string;
    readonly environment: Environment;
    readonly language: Language;
    /** Gets a line for each tenth of the upload. */
    readonly log: (line: string) => void;
}

const linesOfUpload = 10;

/**
 * Delivers a build as a host does, with nobody at a command line: by the deploy config of its project.
 * @returns what to say about it, warnings included.
 * @throws BuildError as `runDelivery`.
 */
export async function deliverBuild({ folder, environment, language, log }: BuildDelivery): Promise<string[]> {
    const config = await readDeployConfig(await findProjectConfig(folder));
    const meter = startMeter(Date.now());
    let tenths = 0;
    const result = await runDelivery({
        folder,
        config,
        environment,
        onProgress: (progress) => {
            const transfer = meter.measure(progress, Date.now());
            const reached = progress.totalBytes === 0 ? linesOfUpload : Math.floor((progress.doneBytes / progress.totalBytes) * linesOfUpload);
            if (reached <= tenths) return;
            tenths = reached;
            log(describeTransfer(transfer, language));
        },
    });
    return [...result.problems.map((problem) => formatProblem(problem, language)), ...summarizeDelivery(result, language)];
}
