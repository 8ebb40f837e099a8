import { byOutcome, callAsync, reasonOf, type Outcome } from '../outcome';
import type { Asked, Question } from '../question';
import { filesOf } from './files';

const patience = 20_000;

/** What requests and downloads give (platform facts 3.5, 2.3). Needs an address that answers, and one that answers 404. */
export const networkQuestion: Question = {
    name: 'network',
    about: ['statusAliases', 'tempFilePathAlias', 'downloadTask', 'tempFilePaths', 'saveFile', 'downloadFilePath', 'httpErrors', 'downloadHttpErrors'],
    async ask(asked) {
        const { addresses: { present, absent } } = asked;
        if (present !== undefined) await askPresent(asked, present);
        if (absent !== undefined) await askAbsent(asked, absent);
    },
};

async function askPresent(asked: Asked, url: string): Promise<void> {
    const { my, clock, answers, folder } = asked;
    const files = filesOf(asked);
    const request = await callAsync(clock, my, 'request', { url, dataType: 'text', timeout: patience }, patience);
    answers.answer('statusAliases', request.kind === 'success' ? 'statusCode' in request.answer : undefined, reasonOf(request));

    const download = await callAsync(clock, my, 'downloadFile', { url, timeout: patience }, patience);
    if (download.kind !== 'success') {
        answers.skip(['tempFilePathAlias', 'downloadTask', 'tempFilePaths', 'saveFile', 'downloadFilePath'], reasonOf(download));
        return;
    }
    const { apFilePath, tempFilePath } = download.answer;
    const path = String(apFilePath || tempFilePath || '');
    answers.answer('tempFilePathAlias', tempFilePath !== undefined);
    answers.answer('downloadTask', typeof download.returned === 'object' && download.returned !== null);
    answers.answer('tempFilePaths', path === '' ? undefined : /^https:\/\/resource\//.test(path) ? 'resource-url' : 'plain');
    answers.fact('tempFileExtension', (/\.\w{1,8}$/.exec(path) || [''])[0]);

    const saved = await files.call('saveFile', { tempFilePath: path, filePath: `${folder}/saved.bin` });
    const isSaved = await files.exists(`${folder}/saved.bin`);
    answers.answer('saveFile', saved.kind === 'success' ? (isSaved ? 'works' : 'does-nothing') : undefined, reasonOf(saved));

    const direct = await callAsync(clock, my, 'downloadFile', { url, filePath: `${folder}/direct.bin`, timeout: patience }, patience);
    const isDirect = await files.exists(`${folder}/direct.bin`);
    answers.answer('downloadFilePath', direct.kind === 'success' ? (isDirect ? 'honoured' : 'ignored') : undefined, reasonOf(direct));
}

async function askAbsent({ my, clock, answers }: Asked, url: string): Promise<void> {
    const request = await callAsync(clock, my, 'request', { url, dataType: 'text', timeout: patience }, patience);
    const status = statusOf(request);
    if (status < 400) {
        answers.skip(['httpErrors', 'downloadHttpErrors'], status > 0 ? `the server answered ${status}` : reasonOf(request));
        return;
    }
    answers.answer('httpErrors', byOutcome(request, 'success', 'fail'));
    const download = await callAsync(clock, my, 'downloadFile', { url, timeout: patience }, patience);
    answers.answer('downloadHttpErrors', byOutcome(download, 'success', 'fail'), reasonOf(download));
}

/** The HTTP status of an answer in any of its forms, 0 where it has none; error 19 stands for one of 400 and more. */
function statusOf(outcome: Outcome): number {
    if (outcome.kind === 'none') return 0;
    const { status, statusCode, error } = outcome.answer;
    return Number(status || statusCode || (error === 19 ? 400 : 0));
}
