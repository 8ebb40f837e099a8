import { callAsync, reasonOf } from '../outcome';
import type { Question } from '../question';

/** The subpackage's `game.js` leaves this mark in the global object. */
export const subpackageMark = 'probeSubpackageRan';

/** What `my.loadSubpackage` returns and how it fails (platform facts 3.6, section 7 #8). */
export const subpackageQuestion: Question = {
    name: 'subpackage',
    about: ['subpackageTask', 'subpackageFailure'],
    async ask({ my, scope, clock, answers }) {
        const failed = await callAsync(clock, my, 'loadSubpackage', { name: 'absent' }, 20_000);
        const { errorMessage, errMsg } = failed.kind === 'failure' ? failed.answer : {} as Record<string, unknown>;
        answers.answer('subpackageFailure', errorMessage !== undefined ? 'errorMessage' : errMsg !== undefined ? 'errMsg' : undefined, failed.kind === 'success' ? 'a subpackage that is not there was loaded' : reasonOf(failed));
        if (failed.kind === 'failure') answers.fact('subpackageFailureKeys', Object.keys(failed.answer).join(','));

        const loaded = await callAsync(clock, my, 'loadSubpackage', { name: 'second' }, 20_000);
        answers.answer('subpackageTask', loaded.kind === 'success' ? typeof loaded.returned === 'object' && loaded.returned !== null : undefined, reasonOf(loaded));
        if (loaded.kind === 'success') answers.fact('subpackageRanBeforeSuccess', scope[subpackageMark] === true);
    },
};
