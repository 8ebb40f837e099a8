import type { HostSwitches } from '../../../platform';
import { pause, waitFor } from '../outcome';
import type { Asked, Question } from '../question';
import type { Instruction, SeenTouch } from '../stage';

export const tapInstruction: Instruction = { zh: '请用一根手指点一下屏幕', en: 'Tap the screen once, with one finger' };
export const twoFingerInstruction: Instruction = { zh: '请按住两根手指，先抬起一根，再抬起另一根', en: 'Hold two fingers down. Lift one, then the other' };

const patience = 60_000;
/** People need a few. */
const attempts = 3;

/** What a touch event names (platform facts 3.8, section 7 #7). Needs a person's two fingers. */
export const touchQuestion: Question = {
    name: 'touches',
    about: ['touchEvents', 'touchesAtEnd', 'studioBodyTouches'],
    async ask(asked) {
        const { stage, answers, my } = asked;
        const taps = await collect(asked, tapInstruction, ({ kind }) => kind === 'end');
        const heardByMy = taps.filter(({ source }) => source === 'my');
        if (taps.length === 0) {
            stage.ask(undefined);
            answers.skip(this.about, 'nobody touched the screen');
            return;
        }
        answers.answer('studioBodyTouches', my.isIDE ? heardByMy.length > 0 : undefined, 'not Studio');
        if (heardByMy.length === 0) {
            stage.ask(undefined);
            answers.skip(['touchEvents', 'touchesAtEnd'], 'my.onTouchEnd was not called');
            return;
        }
        const seen = [...heardByMy];
        let read = readTouches(seen);
        for (let attempt = 0; attempt < attempts; attempt += 1) {
            let ends = 0;
            const both = await collect(asked, twoFingerInstruction, ({ kind, source }) => source === 'my' && kind === 'end' && (ends += 1) === 2);
            seen.unshift(...both.filter(({ source }) => source === 'my'));
            read = readTouches(seen);
            if (both.length === 0 || read.touchesAtEnd !== undefined) break;
        }
        stage.ask(undefined);
        answers.answer('touchEvents', read.touchEvents, 'no touch ended');
        answers.answer('touchesAtEnd', read.touchesAtEnd, 'two fingers were not seen to leave one after the other');
    },
};

/** Shows an instruction and gives the touches until one that is the last, and what comes right after it. */
async function collect({ stage, clock }: Asked, instruction: Instruction, isLast: (touch: SeenTouch) => boolean): Promise<SeenTouch[]> {
    const seen: SeenTouch[] = [];
    stage.ask(instruction);
    let stop = (): void => {};
    await waitFor<SeenTouch>(clock, patience, (tell) => {
        stop = stage.watchTouches((touch) => {
            seen.push(touch);
            if (isLast(touch)) tell(touch);
        });
    });
    await pause(clock, 100);
    stop();
    return seen;
}

/**
 * What touch events say. One end with two fingers down, and what comes after it, tells whom `touches` names: those
 * who stay, those who left, or both. An end without anybody is told by hosts that name those who stay.
 */
export function readTouches(events: readonly SeenTouch[]): Partial<Pick<HostSwitches, 'touchEvents' | 'touchesAtEnd'>> {
    const ends = events.filter(({ kind }) => kind === 'end');
    if (ends.length === 0) return {};
    const touchEvents = ends.some(({ changed }) => changed !== undefined) ? 'w3c' : 'alipay';
    let down = 0;
    for (let index = 0; index < events.length; index += 1) {
        const { kind, touches } = events[index] as SeenTouch;
        if (kind !== 'end') {
            down = touches.length;
            continue;
        }
        const next = events[index + 1];
        if (down >= 2 && next && touches.length > 0) {
            const touchesAtEnd = readLift(touches, next, down);
            if (touchesAtEnd) return { touchEvents, touchesAtEnd };
        }
        if (touches.length === 0) return { touchEvents, touchesAtEnd: 'remaining' };
        down -= 1;
    }
    return { touchEvents };
}

/** Whom an end names, by the event after it: a finger that is there still, or leaves only then, had stayed. */
function readLift(named: readonly number[], next: SeenTouch, down: number): HostSwitches['touchesAtEnd'] | undefined {
    // A new finger may take the identifier of one that left.
    if (next.kind === 'start') return undefined;
    if (named.length >= down) return 'all';
    if (named.length !== 1) return undefined;
    if (next.touches.length === 0) return 'remaining';
    const stayed = next.touches.indexOf(named[0] as number) >= 0;
    // A host that names who left would not name one finger at two ends.
    return stayed ? (next.kind === 'end' ? undefined : 'remaining') : 'lifted';
}
