import type { Host } from '../../runtime/my/host';
import { openStorage } from '../../runtime/my/storage';

/** Remembers over the end of the game which risky question was being asked. */
export interface CrashGuard {
    /** Questions that the game ended in since it last asked all: they are passed over until then. */
    readonly endedIn: readonly string[];
    enter(question: string): void;
    leave(): void;
    /** All was asked: the next start asks everything again. */
    finish(): void;
}

const key = 'probe-ended-in';

export function openCrashGuard(my: Host): CrashGuard {
    const storage = openStorage(my);
    const endedIn = (storage.read(key) || '').split(',').filter((question) => question !== '');
    const remember = (questions: readonly string[]): void => void storage.write(key, questions.join(','));
    return {
        endedIn,
        enter: (question) => remember([...endedIn, question]),
        leave: () => remember(endedIn),
        finish: () => storage.remove(key),
    };
}
