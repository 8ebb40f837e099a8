import type { Progress } from './play-folder';
import type { Result } from './judge-run';
import type { RunResult } from './results';

const words: Readonly<Record<Result, string>> = { plays: 'plays', likewise: 'fails likewise', fails: 'FAILS' };

/** One line for each run, and below it what speaks against it. */
export function printProgress(print: (line: string) => void): Progress {
    return {
        begin(runs, skipped) {
            for (const line of skipped) print(`not played: ${line}`);
            print(`${runs} runs`);
        },
        end(run, done, runs) {
            const time = new Date().toTimeString().slice(0, 8);
            print(`${time} ${String(done).padStart(String(runs).length)}/${runs} ${describeRun(run)}`);
            for (const { text, likewise } of run.reasons) print(`         ${likewise === true ? 'likewise: ' : ''}${text.split('\n')[0]!.slice(0, 200)}`);
        },
    };
}

function describeRun({ game, client, variant, scenario, result, shown, durationMs }: RunResult): string {
    const place = [game, client, variant, ...(scenario === null ? [] : [scenario])].join(' · ');
    const firstFrame = shown?.firstFrameMs == null ? 'no frame' : `first frame ${shown.firstFrameMs} ms`;
    const calls = shown?.callsBeforeFirstFrame == null ? '' : `, ${shown.callsBeforeFirstFrame} calls`;
    return `${place}: ${words[result]} (${firstFrame}${calls}, ${(durationMs / 1000).toFixed(1)} s)`;
}
