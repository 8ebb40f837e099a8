import type { HostSwitches, ProbeResult, SwitchName } from '../../platform';
import { switchNames } from '../../platform/switches';
import { anonymise } from './anonymise';

/** What has been found out so far. */
export interface Answers {
    readonly switches: Partial<HostSwitches>;
    readonly limits: { userFileBytes?: number; userDataBytes?: number };
    readonly facts: Record<string, string | number | boolean>;
    /** Notes what was seen. With `undefined` nothing was, for the reason given. */
    answer<Name extends SwitchName>(name: Name, value: HostSwitches[Name] | undefined, reason?: string): void;
    /** Notes why behaviours could not be seen; what was seen already stays. */
    skip(names: readonly SwitchName[], reason: string): void;
    fact(name: string, value: string | number | boolean): void;
    /** Why each behaviour is not known yet. */
    unanswered(): ProbeResult['unanswered'];
}

export function createAnswers(): Answers {
    const switches: Partial<Record<SwitchName, unknown>> = {};
    const reasons: Partial<Record<SwitchName, string>> = {};
    const facts: Answers['facts'] = {};
    return {
        switches: switches as Partial<HostSwitches>,
        limits: {},
        facts,
        answer(name, value, reason = 'the host answered in a way that is not known') {
            if (value === undefined) reasons[name] = anonymise(reason);
            else switches[name] = value;
        },
        skip(names, reason) {
            for (const name of names) reasons[name] = anonymise(reason);
        },
        fact(name, value) { facts[name] = typeof value === 'string' ? anonymise(value) : value; },
        unanswered() {
            const unseen: Partial<Record<SwitchName, string>> = {};
            for (const name of switchNames) if (switches[name] === undefined) unseen[name] = reasons[name] || 'not asked on this host';
            return unseen;
        },
    };
}
