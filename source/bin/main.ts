// The command line: `cocos-alipay-mini-game COMMAND`, bundled as dist/bin.js.
import path from 'node:path';
import { exitCodes, formatProblem, languageOfEnvironment } from '../problems';
import { findNodeProblem } from './node-version';
import { runCommandLine } from './run';
import { createTerminal } from './terminal';

// A reader may stop early (`report DIR | head`): nobody listens any more, the work goes on.
for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EPIPE') throw error;
    });
}

const terminal = createTerminal(process.stdout, process.stderr);
const tooOld = findNodeProblem(process.versions.node);
if (tooOld === undefined) {
    void runCommandLine({
        words: process.argv.slice(2),
        environment: process.env,
        terminal,
        productDirectory: path.resolve(__dirname, '..'),
    }).then((code) => {
        process.exitCode = code;
    });
} else {
    terminal.note(formatProblem(tooOld, languageOfEnvironment(process.env)));
    process.exitCode = exitCodes.failed;
}
