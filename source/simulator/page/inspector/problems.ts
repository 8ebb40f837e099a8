import type { GameFailure } from '../../protocol';
import { create, element } from '../elements';
import { text } from '../texts';

/** The game's failures in words, newest last, the same one only once. */
export function showProblems(failures: readonly GameFailure[]): void {
    const shown = new Map<string, HTMLElement>();
    for (const failure of failures) {
        const card = describe(failure);
        const key = card.textContent;
        if (!shown.has(key)) shown.set(key, card);
    }
    element('problems').replaceChildren(...[...shown.values()].slice(-20));
}

function describe(failure: GameFailure): HTMLElement {
    const card = create('article', 'problem');
    switch (failure.kind) {
        case 'uncaught':
            card.append(create('b', '', text('uncaught', { message: failure.message })), create('p', '', text('uncaughtMend')), create('code', '', failure.stack));
            break;
        case 'missing-file':
            card.append(create('b', '', text('missingFile', { file: failure.file })), create('p', '', text('missingFileMend', { asker: failure.asker })));
            break;
        case 'missing-remote-file':
            card.append(create('b', '', text('missingRemoteFile', { file: failure.file })), create('p', '', text(failure.folderIsServed ? 'notInRemoteFolder' : 'noRemoteFolder')));
            break;
        case 'no-answer':
            card.append(create('b', '', text('noAnswer', { seconds: failure.seconds })), create('p', '', text('noAnswerMend')));
            break;
        case 'missing-api':
            card.append(
                create('b', '', text(failure.why === 'client' ? 'missingApi' : 'noSuchName', { name: failure.name })),
                create('p', '', text(failure.why === 'client' ? 'missingApiMend' : 'noSuchNameMend')),
                create('code', '', failure.stack),
            );
            break;
    }
    return card;
}
