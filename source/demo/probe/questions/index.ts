import type { Question } from '../question';
import { audioQuestion } from './audio';
import { fileQuestion } from './files';
import { networkQuestion } from './network';
import { quotaQuestion } from './quota';
import { socketQuestion } from './sockets';
import { subpackageQuestion } from './subpackage';
import { fontQuestion, screenQuestion, systemQuestion, webAssemblyQuestion } from './system';
import { touchQuestion } from './touches';

/** Everything that is asked, in its order: what needs nobody first, what takes long last of those. */
export const questions: readonly Question[] = [
    fileQuestion, systemQuestion, subpackageQuestion, networkQuestion, socketQuestion, webAssemblyQuestion, fontQuestion, screenQuestion, quotaQuestion,
    touchQuestion, audioQuestion,
];
