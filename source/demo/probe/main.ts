// The probe: a mini game that asks its host what nobody could look up, shows the answers and copies them as JSON.
import type { ProbeResult } from '../../platform';
import { switchNames } from '../../platform/switches';
import { attempt, findMy, findScope } from '../../runtime/my/host';
import { anonymise } from './anonymise';
import { openCanvas } from './canvas';
import { callAsync, type ProbeClock } from './outcome';
import { paintPicture, type Picture } from './picture';
import { runProbe } from './probe';
import type { ProbeAddresses } from './question';
import { questions } from './questions';
import type { Instruction, ProbeStage, SeenTouch } from './stage';
import { watchRawTouches } from './touch-watch';

declare function require(path: string): unknown;
// By their plain names: nobody says that `window` has them too (platform facts 3.1).
declare const setTimeout: ProbeClock['setTimeout'];
declare const clearTimeout: ProbeClock['clearTimeout'];
declare const requestAnimationFrame: (next: () => void) => void;

const my = findMy();
const scope = findScope();
const clock: ProbeClock = {
    setTimeout: (run, milliseconds) => setTimeout(run, milliseconds),
    clearTimeout: (handle) => clearTimeout(handle),
};
const screen = openCanvas(my);

const asking: Instruction = { zh: '正在检测，请稍候（约一分钟）', en: 'Asking. This takes up to a minute' };
const copied: Instruction = { zh: '结果已复制，请粘贴发回。点击可再次复制', en: 'The result is copied. Paste it into your answer. Tap to copy it again' };
const shown: Instruction = { zh: '无法复制，请对右侧文字截图发回。点击可再次复制', en: 'It could not be copied: send a screenshot of the text on the right. Tap to try again' };
const failed: Instruction = { zh: '检测程序出错，请对右侧文字截图发回', en: 'The probe failed: send a screenshot of the text on the right' };

let picture: Picture = { instruction: asking, isAction: false, notes: [], rows: [], text: undefined };
const listeners: ((touch: SeenTouch) => void)[] = [];

function show(changes: Partial<Picture>): void {
    picture = Object.assign({}, picture, changes);
    // What cannot be shown can still be asked and copied.
    attempt(() => screen.draw(paintPicture(screen, picture)));
}

const stage: ProbeStage = {
    ask: (instruction) => show(instruction ? { instruction, isAction: true } : { instruction: asking, isAction: false }),
    watchTouches(listener) {
        listeners.push(listener);
        return () => void listeners.splice(listeners.indexOf(listener), 1);
    },
};

/** What is shown of a result: each behaviour, then what has no switch. */
function rowsOf({ switches, limits, lacks, facts }: ProbeResult): Picture['rows'] {
    const text = (value: unknown): string => (value === undefined ? '' : String(value));
    const megabytes = (bytes: number | undefined): string => (bytes === undefined ? '' : `${Math.round(bytes / 1024 / 1024)} MB`);
    return [
        ...switchNames.map((name): [string, string] => [name, text(switches[name])]),
        ['userFileBytes', megabytes(limits.userFileBytes || facts['userFileBytesAtLeast'] as number | undefined)],
        ['userDataBytes', megabytes(limits.userDataBytes || facts['userDataBytesAtLeast'] as number | undefined)],
        ['onWindowResize', lacks.indexOf('onWindowResize') < 0 ? 'yes' : 'no'],
        ['TextDecoder', scope['TextDecoder'] === undefined ? 'no' : 'yes'],
        ['lacks', String(lacks.length)],
    ];
}

/** Copies the result; where that fails the text itself is shown. */
async function copy(result: ProbeResult): Promise<void> {
    const text = JSON.stringify(result);
    const outcome = await callAsync(clock, my, 'setClipboard', { text });
    const isCopied = outcome.kind === 'success';
    show({ instruction: isCopied ? copied : shown, isAction: true, text: isCopied ? undefined : text });
}

async function main(): Promise<void> {
    watchRawTouches(my, screen.canvas, (touch) => {
        for (const listener of listeners.slice()) listener(touch);
    });
    const present = (): void => {
        if (attempt(() => { screen.present(); return true; })) requestAnimationFrame(present);
    };
    show({});
    present();
    const result = await runProbe({
        my, scope, clock, questions, stage, screen,
        addresses: require('./probe-addresses.js') as ProbeAddresses,
        onProgress(question, soFar) {
            const name = question ? question.name : '';
            if (question) console.log(`probe: ${name}`);
            show({ rows: rowsOf(soFar), notes: [`${soFar.host.model} · ${soFar.host.clientVersion} · ${soFar.host.baseLibrary}`, name] });
        },
    });
    // Where there is no clipboard, Studio's console has it too.
    console.log(JSON.stringify(result));
    await copy(result);
    stage.watchTouches(({ kind }) => { if (kind === 'end') void copy(result); });
}

main().catch((error: unknown) => {
    console.error(error);
    show({ instruction: failed, isAction: true, text: anonymise(String((error as Error).stack || error)) });
});
