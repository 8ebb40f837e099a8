import type { Host } from '../../runtime/my/host';
import { openStorage } from '../../runtime/my/storage';

/** Remembers over the end of the game which risky question was being asked. */
export interface CrashGuard {
    /** The question that the game ended in, last time; asked only once after an end. */
    readonly endedIn: string | null;
    enter(question: string): void;
    leave(): void;
}

const key = 'probe-asking';

export function openCrashGuard(my: Host): CrashGuard {
    const storage = openStorage(my);
    const endedIn = storage.read(key);
    storage.remove(key);
    return {
        endedIn: endedIn === '' ? null : endedIn,
        enter: (question) => void storage.write(key, question),
        leave: () => storage.remove(key),
    };
}
