import { myNames } from '../platform';
import { closestName, createProblem, type BuildProblem } from '../problems';
import type { GameFailure, PreviewReport } from './protocol';

/** What fails a run beside what always does. */
export interface Strictness {
    /** Whether an error on the game's console fails the run. */
    readonly console?: boolean;
}

/**
 * What of a report makes a build fail: an error that nobody caught, a file that is not there (also where the game caught
 * that), a call to something the host lacks, a loop that never ends, nothing drawn. Each kind is named once a cause,
 * however often it came. Warnings, which fail nothing, name the calls that the preview does not act out.
 */
export function judgeReport(report: PreviewReport, { console: failsOnConsole = false }: Strictness = {}): readonly BuildProblem[] {
    const problems = new Map<string, BuildProblem>();
    for (const failure of report.failures) {
        const problem = toProblem(failure, report.profile);
        problems.set(`${problem.code} ${problem.where} ${JSON.stringify(problem.values)}`, problem);
    }
    for (const { text } of failsOnConsole ? report.consoleErrors : []) {
        // What nobody caught is on the console as well.
        if (report.failures.some((failure) => failure.kind === 'uncaught' && text.includes(failure.message))) continue;
        const [message = ''] = text.split('\n');
        const problem = createProblem('AMG665', firstPosition(text), { message: message.slice(0, 300) });
        problems.set(`${problem.code} ${problem.where} ${message}`, problem);
    }
    const found = [...problems.values()];
    for (const name of report.unknownCalls) found.push(createProblem('AMG667', name, { name }));
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
        case 'missing-api': {
            const where = firstPosition(failure.stack);
            if (failure.why === 'client') return createProblem('AMG662', where, { name: failure.name, profile });
            const closest = failure.name.startsWith('my.') ? closestName(failure.name.slice(3), myNames) : undefined;
            return closest === undefined
                ? createProblem('AMG666', where, { name: failure.name })
                : createProblem('AMG668', where, { name: failure.name, closest: `my.${closest}` });
        }
    }
}

/** The first place a stack names: `src/game.js:12:5`. */
function firstPosition(stack: string): string {
    return /([^\s()]+\.js:\d+:\d+)/.exec(stack)?.[1] ?? 'game.js';
}
