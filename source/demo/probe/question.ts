import type { SwitchName } from '../../platform';
import type { GlobalScope, Host } from '../../runtime/my/host';
import type { Answers } from './answers';
import type { ProbeClock } from './outcome';
import type { ScreenAnswers } from './questions/system';
import type { ProbeStage } from './stage';

/** What of the world outside the probe may use. Without an address the questions that need it are not asked. */
export interface ProbeAddresses {
    /** An https address that answers 200. */
    readonly present?: string | undefined;
    /** An https address that answers 400 or more. */
    readonly absent?: string | undefined;
    /** A wss address that sends back every message. */
    readonly echo?: string | undefined;
}

/** What a question may use. */
export interface Asked {
    readonly my: Host;
    readonly scope: GlobalScope;
    readonly clock: ProbeClock;
    readonly addresses: ProbeAddresses;
    readonly stage: ProbeStage;
    /** A folder of user data that is the probe's own, and is there. */
    readonly folder: string;
    readonly answers: Answers;
    /** What the host said of its screen when the probe began. */
    readonly atStart: ScreenAnswers;
}

/** Questions that are asked together. */
export interface Question {
    readonly name: string;
    /** The behaviours it is about: those that it leaves open are noted with the reason. */
    readonly about: readonly SwitchName[];
    /** Asking may end the game, as old clients do. The next start then passes over it. */
    readonly risky?: true;
    ask(asked: Asked): Promise<void>;
}
