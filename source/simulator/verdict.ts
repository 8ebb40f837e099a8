import { createProblem, type BuildProblem } from '../problems';
import type { GameFailure, PreviewReport } from './protocol';

/**
 * What of a report makes a build fail: an error that nobody caught, a file that is not there, a call to something the
 * host lacks, a loop that never ends, nothing drawn. Each kind is named once a cause, however often it came.
 */
export function judgeReport(report: PreviewReport): readonly BuildProblem[] {
    const problems = new Map<string, BuildProblem>();
    for (const failure of report.failures) {
        const problem = toProblem(failure, report.profile);
        problems.set(`${problem.code} ${problem.where} ${JSON.stringify(problem.values)}`, problem);
    }
    const found = [...problems.values()];
    if (report.firstFrameMs === null) found.push(createProblem('AMG663', report.title, { seconds: report.seconds }));
    return found;
}

function toProblem(failure: GameFailure, profile: string): BuildProblem {
    switch (failure.kind) {
        case 'uncaught':
            return createProblem('AMG660', firstPosition(failure.stack), { message: failure.message });
        case 'missing-file':
            return createProblem('AMG661', failure.file, { file: failure.file, asker: failure.asker });
        case 'missing-remote-file':
            return createProblem('AMG661', failure.file, { file: failure.file, asker: '…-remote' });
        case 'no-answer':
            return createProblem('AMG664', 'game.js', { seconds: failure.seconds });
        case 'missing-api':
            return createProblem('AMG662', firstPosition(failure.stack), { name: failure.name, profile });
    }
}

/** The first place a stack names: `src/game.js:12:5`. */
function firstPosition(stack: string): string {
    return /([^\s()]+\.js:\d+:\d+)/.exec(stack)?.[1] ?? 'game.js';
}
