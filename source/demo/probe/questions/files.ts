import { isFailure } from '../../../runtime/my/errors';
import { byOutcome, callAsync, messageOf, reasonOf, type Outcome } from '../outcome';
import type { Asked, Question } from '../question';

/** A zip file whose only entry is `inside.txt`, stored without compression. */
const zip = [
    0x50, 0x4b, 3, 4, 20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0, 0xac, 0x2a, 0x93, 0xd8, 2, 0, 0, 0, 2, 0, 0, 0, 10, 0, 0, 0,
    0x69, 0x6e, 0x73, 0x69, 0x64, 0x65, 0x2e, 0x74, 0x78, 0x74, 0x68, 0x69,
    0x50, 0x4b, 1, 2, 20, 3, 20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0, 0xac, 0x2a, 0x93, 0xd8, 2, 0, 0, 0, 2, 0, 0, 0, 10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x80, 1, 0, 0, 0, 0,
    0x69, 0x6e, 0x73, 0x69, 0x64, 0x65, 0x2e, 0x74, 0x78, 0x74,
    0x50, 0x4b, 5, 6, 0, 0, 0, 0, 1, 0, 1, 0, 0x38, 0, 0, 0, 0x2a, 0, 0, 0, 0, 0,
];

/** How the file system of this host behaves where sources disagree (platform facts 3.4, 4.2). */
export const fileQuestion: Question = {
    name: 'files',
    about: ['packagePaths', 'syncErrors', 'renameOntoExisting', 'typedArrayWrites', 'emptyWrites', 'foreignBuffers', 'unzipLayout'],
    async ask(asked) {
        const { answers, folder } = asked;
        const files = filesOf(asked);

        const relative = await files.readPackageText('game.json');
        const absolute = await files.readPackageText('/game.json');
        const paths = relative.text !== undefined ? (absolute.text !== undefined ? 'either' : 'relative') : (absolute.text !== undefined ? 'absolute' : undefined);
        answers.answer('packagePaths', paths, reasonOf(relative.outcome));
        // The file is indented: Alipay's build may write JSON anew (platform facts 1.2).
        const text = relative.text || absolute.text;
        if (text) answers.fact('jsonIsAsWritten', /\n {2}"/.test(text));

        answers.answer('syncErrors', syncErrorsOf(asked));

        const written = await files.write('text.txt', 'ABC');
        const read = await files.call('readFile', { filePath: `${folder}/text.txt` });
        const buffer = read.kind === 'success' ? read.answer['data'] : undefined;
        answers.answer('foreignBuffers', typeof buffer === 'object' && buffer !== null ? !(buffer instanceof ArrayBuffer) : undefined, reasonOf(written.kind === 'success' ? read : written));

        const empty = await files.write('empty.txt', '');
        answers.answer('emptyWrites', byOutcome(empty, 'allow', 'fail'), reasonOf(empty));

        const typed = await files.write('typed.txt', Uint8Array.of(65, 66, 67));
        const kept = await files.readText('typed.txt');
        answers.answer('typedArrayWrites', typed.kind === 'failure' ? 'fail' : kept === 'ABC' ? 'write' : kept === '' ? 'empty' : undefined, reasonOf(typed));

        await files.write('from.txt', 'from');
        await files.write('onto.txt', 'onto');
        const renamed = await files.call('rename', { oldPath: `${folder}/from.txt`, newPath: `${folder}/onto.txt` });
        const onto = await files.readText('onto.txt');
        answers.answer('renameOntoExisting', renamed.kind === 'failure' ? 'fail' : renamed.kind === 'success' && onto === 'from' ? 'overwrite' : undefined, reasonOf(renamed));

        const packed = await files.write('packed.zip', Uint8Array.from(zip).buffer);
        await files.call('mkdir', { dirPath: `${folder}/unzipped`, recursive: true });
        const unzipped = packed.kind === 'success' ? await files.call('unzip', { zipFilePath: `${folder}/packed.zip`, targetPath: `${folder}/unzipped` }) : packed;
        const [inside, glued] = [await files.readText('unzipped/inside.txt'), await files.readText('unzippedinside.txt')];
        answers.answer('unzipLayout', inside !== undefined ? 'inside' : glued !== undefined ? 'glued' : undefined, reasonOf(unzipped));

        const binary = await files.call('readFile', { filePath: paths === 'absolute' ? '/probe.wasm' : 'probe.wasm' });
        if (binary.kind === 'success') answers.fact('packageBinaryBytes', (binary.answer['data'] as ArrayBuffer | undefined)?.byteLength || 0);
    },
};

/** File calls in the probe's own folder. */
export function filesOf({ my, clock, folder }: Asked) {
    const manager = my.getFileSystemManager!();
    const call = (name: string, options: object): Promise<Outcome> => callAsync(clock, manager, name, options);
    return {
        call,
        write: (name: string, data: unknown) => call('writeFile', Object.assign({ filePath: `${folder}/${name}`, data }, typeof data === 'string' ? { encoding: 'utf8' } : {})),
        /** The text of a file, or undefined where there is none. */
        async readText(name: string): Promise<string | undefined> {
            const read = await call('readFile', { filePath: `${folder}/${name}`, encoding: 'utf8' });
            const data = read.kind === 'success' ? read.answer['data'] : undefined;
            return typeof data === 'string' ? data : undefined;
        },
        async readPackageText(filePath: string): Promise<{ readonly outcome: Outcome; readonly text: string | undefined }> {
            const outcome = await call('readFile', { filePath, encoding: 'utf8' });
            const data = outcome.kind === 'success' ? outcome.answer['data'] : undefined;
            return { outcome, text: typeof data === 'string' ? data : undefined };
        },
        exists: (path: string) => call('access', { path }).then(({ kind }) => kind === 'success'),
    };
}

function syncErrorsOf({ my, folder, answers }: Asked): 'return' | 'throw' | undefined {
    try {
        const answer: unknown = my.getFileSystemManager!().readFileSync({ filePath: `${folder}/absent.txt`, encoding: 'utf8' });
        if (isFailure(answer)) return 'return';
        answers.fact('syncFailure', `returned ${String(JSON.stringify(answer))}`);
        return undefined;
    } catch (error) {
        answers.fact('syncFailure', messageOf(error));
        return 'throw';
    }
}
