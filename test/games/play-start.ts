import { judgeReport, type PreviewReport } from '../../source/simulator';
import type { PlayedGame } from '../e2e/preview-page';
import { actInputs } from './act-inputs';
import type { InputStep } from './input-script';
import type { Observation } from './observation';
import { decodePicture, findStill, type Sample } from './still-picture';

export interface StartSetup {
    /** How long the game plays after its first frame. */
    readonly seconds: number;
    /** How long its first frame may take. */
    readonly patience: number;
    readonly steps: readonly InputStep[];
}

const pollMs = 200;
const sampleMs = 700;
/** Who moves for so long is no start screen that loads. */
const mostSamplesMs = 6_000;
/** How long a game that has failed may still take for its first frame. */
const graceMs = 8_000;

/** Plays one start of a game to its end, and tells what it showed. Must be called right after the start. */
export async function playStart(game: PlayedGame, { seconds, patience, steps }: StartSetup): Promise<Observation> {
    const startedAt = Date.now();
    const came = await waitForFrame(game, patience * 1000);
    const frameAt = Date.now();
    const sinceFirstFrame = (): number => Date.now() - frameAt;
    const end = came ? seconds * 1000 : 0;
    const first = await game.picture();
    const samples = came ? await watchUntilStill(game, Math.min(mostSamplesMs, end, steps[0]?.at ?? end), sinceFirstFrame) : [];
    const missedInputs = came ? await actInputs(game, steps.filter(({ at }) => at <= end), sinceFirstFrame) : [];
    await game.page.waitForTimeout(Math.max(0, end - sinceFirstFrame()));
    const report = { ...await game.report(), seconds: came ? seconds : Math.round((Date.now() - startedAt) / 1000) };
    const last = await game.picture();
    const still = findStill(samples);
    return {
        ...readReport(report),
        settledMs: still === undefined ? null : Math.round((report.firstFrameMs ?? 0) + still.at),
        missedInputs,
        pictures: {
            ...(first === '' ? {} : { first }),
            ...(samples.length === 0 ? {} : { settled: samples[samples.length - 1]!.base64 }),
            ...(last === '' ? {} : { end: last }),
        },
    };
}

/** What a report says, in the words of an observation. */
export function readReport(report: PreviewReport): Omit<Observation, 'settledMs' | 'missedInputs' | 'pictures'> {
    const told = report.failures.flatMap((failure) => ('message' in failure ? [failure.message] : 'name' in failure ? [failure.name] : []));
    return {
        firstPictureMs: roundTime(report.firstPictureMs),
        firstFrameMs: roundTime(report.firstFrameMs),
        blank: report.blankPicture,
        problems: judgeReport(report),
        // An error that nobody caught stands in the console too.
        consoleErrors: report.console.filter(({ level, text }) => level === 'error' && !told.some((message) => text.includes(message))).map(({ text }) => text),
        failedRequests: report.calls.failed.filter(({ api }) => /^(request|downloadFile|uploadFile|connectSocket)/.test(api)).map(({ api, target, failure }) => `${api} ${target} ${failure}`),
        callsBeforeFirstFrame: report.calls.beforeFirstFrame,
        calls: report.calls.total,
        callsByApi: report.calls.byApi,
        frames: report.frames.count,
        frameMedianMs: report.frames.medianMs,
        userFiles: report.userFiles,
    };
}

function roundTime(time: number | null): number | null {
    return time === null ? null : Math.round(time);
}

/** Whether the game's own first frame came in time. */
async function waitForFrame(game: PlayedGame, patienceMs: number): Promise<boolean> {
    const start = Date.now();
    let failedAt: number | undefined;
    for (;;) {
        const { firstFrameMs, failures } = await game.summary();
        if (firstFrameMs !== null) return true;
        if (failures.length > 0) failedAt ??= Date.now();
        if (Date.now() - start > patienceMs || (failedAt !== undefined && Date.now() - failedAt > graceMs)) return false;
        await game.page.waitForTimeout(pollMs);
    }
}

type Taken = Sample & { readonly base64: string };

/** Pictures until two after one another agree, or the time is over. */
async function watchUntilStill(game: PlayedGame, milliseconds: number, sinceFirstFrame: () => number): Promise<readonly Taken[]> {
    const samples: Taken[] = [];
    do {
        const at = sinceFirstFrame();
        const base64 = await game.picture();
        if (base64 === '') break;
        samples.push({ at, base64, picture: decodePicture(base64) });
        if (findStill(samples.slice(-3)) !== undefined && samples.length >= 3) break;
        await game.page.waitForTimeout(Math.max(0, Math.min(sampleMs, milliseconds - sinceFirstFrame())));
    } while (sinceFirstFrame() < milliseconds);
    return samples;
}
