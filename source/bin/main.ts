// The command line: `cocos-alipay-mini-game COMMAND`, bundled as dist/bin.js.
import path from 'node:path';
import { runCommandLine } from './run';
import { createTerminal } from './terminal';

void runCommandLine({
    words: process.argv.slice(2),
    environment: process.env,
    terminal: createTerminal(process.stdout, process.stderr),
    productDirectory: path.resolve(__dirname, '..'),
}).then((code) => {
    process.exitCode = code;
});
