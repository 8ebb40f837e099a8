import type { ProbeResult } from '../../platform';
import { probeResultFormat, probeResultVersion } from '../../platform/probe-result';
import { callHost, type GlobalScope, type Host } from '../../runtime/my/host';
import { createAnswers, type Answers } from './answers';
import { openCrashGuard, type CrashGuard } from './crash-guard';
import { describeHost, findGlobals, findLacks } from './describe-host';
import { callAsync, messageOf, type Outcome, type ProbeClock } from './outcome';
import type { Asked, ProbeAddresses, Question } from './question';
import { askAboutScreen } from './questions/system';
import type { ProbeStage } from './stage';

/** What the screen shows of the host while it is opened. */
export interface ScreenFacts {
    readonly webgl2: boolean | undefined;
    readonly uniformLocations: 'number' | 'object' | undefined;
}

export interface ProbeSetup {
    readonly my: Host;
    readonly scope: GlobalScope;
    readonly clock: ProbeClock;
    readonly questions: readonly Question[];
    readonly addresses: ProbeAddresses;
    readonly stage: ProbeStage;
    readonly screen: ScreenFacts;
    /** Told before each question, and with `undefined` after the last. */
    readonly onProgress: (question: Question | undefined, result: ProbeResult) => void;
}

/** Asks this host everything. Never rejects: what cannot be asked stays open, with the reason. */
export async function runProbe({ my, scope, clock, questions, addresses, stage, screen, onProgress }: ProbeSetup): Promise<ProbeResult> {
    const atStart = askAboutScreen(my);
    const answers = createAnswers();
    answers.answer('webgl2', screen.webgl2, 'no WebGL');
    answers.answer('uniformLocations', screen.uniformLocations, 'no WebGL');
    const folder = `${my.env ? my.env.USER_DATA_PATH : ''}/probe`;
    const asked: Asked = { my, scope, clock, addresses, stage, folder, answers, atStart };
    // An earlier run may have ended with the storage full.
    await removeFolder(asked);
    await callAsync(clock, callHost(my, 'getFileSystemManager'), 'mkdir', { dirPath: folder, recursive: true });

    const guard = openCrashGuard(my);
    for (const question of questions) {
        onProgress(question, resultOf(my, scope, answers));
        await askOne(question, asked, guard);
    }
    guard.finish();
    await removeFolder(asked);
    const result = resultOf(my, scope, answers);
    onProgress(undefined, result);
    return result;
}

/** Removes the probe's folder and what is in it, also where the host removes no folder that holds something. */
async function removeFolder({ my, clock, folder }: Asked): Promise<void> {
    const manager = callHost(my, 'getFileSystemManager');
    const remove = (): Promise<Outcome> => callAsync(clock, manager, 'rmdir', { dirPath: folder, recursive: true });
    if ((await remove()).kind === 'success') return;
    const listed = await callAsync(clock, manager, 'readdir', { dirPath: folder });
    const files = listed.kind === 'success' ? listed.answer['files'] : undefined;
    if (!Array.isArray(files)) return;
    for (const file of files) await callAsync(clock, manager, 'unlink', { filePath: `${folder}/${String(file)}` });
    await remove();
}

async function askOne(question: Question, asked: Asked, guard: CrashGuard): Promise<void> {
    const { name, about, risky } = question;
    const { answers } = asked;
    if (guard.endedIn.indexOf(name) >= 0) {
        answers.fact('endedIn', guard.endedIn.join(','));
        // That clients before 2023 end the game is what is known of this one (platform facts 3.2).
        if (name === 'fonts') answers.answer('fontPaths', 'user-data');
        else answers.skip(about, 'the game ended when this was asked; start it again to ask again');
        return;
    }
    if (risky) guard.enter(name);
    try {
        await question.ask(asked);
    } catch (error) {
        answers.skip(about, messageOf(error));
        answers.fact(`failedIn.${name}`, messageOf(error));
    }
    if (risky) guard.leave();
}

function resultOf(my: Host, scope: GlobalScope, answers: Answers): ProbeResult {
    return {
        format: probeResultFormat,
        version: probeResultVersion,
        host: describeHost(my),
        switches: Object.assign({}, answers.switches),
        lacks: findLacks(my),
        globals: findGlobals(scope),
        limits: Object.assign({}, answers.limits),
        facts: Object.assign({}, answers.facts),
        unanswered: answers.unanswered(),
    };
}
