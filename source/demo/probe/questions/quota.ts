import { reasonOf } from '../outcome';
import type { Question } from '../question';
import { filesOf } from './files';

const megabyte = 1024 * 1024;
/** No more is written than this, whatever the host allows. */
const mostOfOneFile = 16 * megabyte;
const mostOfAll = 200 * megabyte;

/**
 * How much user data a game may keep (platform facts 2.3: no figure for games). Precise to a megabyte, except where a
 * single file may hold no more than a few.
 */
export const quotaQuestion: Question = {
    name: 'quota',
    about: [],
    risky: true,
    async ask(asked) {
        const { answers, folder } = asked;
        const files = filesOf(asked);
        /** Whether what did not fit was refused: a write that is not answered in time may just be slow. */
        let isRefused = true;
        const remove = (name: string): Promise<unknown> => files.call('unlink', { filePath: `${folder}/${name}` });
        const fits = async (name: string, bytes: number): Promise<boolean> => {
            const outcome = await files.write(name, new ArrayBuffer(bytes));
            if (outcome.kind !== 'success') answers.fact('quotaFailure', reasonOf(outcome));
            if (outcome.kind === 'none') isRefused = false;
            return outcome.kind === 'success';
        };

        // What other questions left would take a megabyte from the count.
        await files.call('rmdir', { dirPath: folder, recursive: true });
        await files.call('mkdir', { dirPath: folder, recursive: true });
        let largest = 0;
        let tooLarge = mostOfOneFile + megabyte;
        for (let bytes = megabyte; bytes <= mostOfOneFile && bytes < tooLarge; bytes *= 2) {
            if (await fits('one.bin', bytes)) largest = bytes;
            else tooLarge = bytes;
        }
        while (tooLarge - largest > megabyte) {
            const middle = Math.floor((largest + tooLarge) / 2 / megabyte) * megabyte;
            if (await fits('one.bin', middle)) largest = middle;
            else tooLarge = middle;
        }
        await remove('one.bin');
        if (largest === 0) return;
        if (largest < mostOfOneFile && isRefused) answers.limits.userFileBytes = largest;
        else answers.fact('userFileBytesAtLeast', largest);

        const names: string[] = [];
        let whole = 0;
        for (let bytes = Math.min(largest, 8 * megabyte); bytes >= megabyte && whole < mostOfAll; bytes = Math.floor(bytes / 2 / megabyte) * megabyte) {
            for (;;) {
                const name = `part${names.length}.bin`;
                if (whole + bytes > mostOfAll || !await fits(name, bytes)) break;
                names.push(name);
                whole += bytes;
            }
        }
        for (const name of names) await remove(name);
        if (whole < mostOfAll && isRefused) answers.limits.userDataBytes = whole;
        else answers.fact('userDataBytesAtLeast', whole);
    },
};
