import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { BuildError, createProblem, exitCodes } from '../../problems';
import { renderTerminal, writeReport } from '../../report';
import { defineCommand } from '../command';

export const reportCommand = defineCommand({
    name: 'report',
    text: { en: 'Shows where the bytes of a finished package went.', zh: '展示小游戏包的体积分布。' },
    positionals: [{ name: 'DIR', text: { en: 'The package: the folder with game.json. The report goes to DIR-report.', zh: '小游戏包：包含 game.json 的文件夹。报告输出到 DIR-report。' } }],
    flags: {
        json: { type: 'switch', text: { en: 'Prints the whole report as JSON, alone on standard output.', zh: '在标准输出上仅打印 JSON 格式的完整报告。' } },
    },
    async run({ positionals: [folder = ''], flags, language, terminal, productDirectory }) {
        const directory = path.resolve(folder);
        const isFolder = await stat(directory).then((entry) => entry.isDirectory(), () => false);
        if (!isFolder) throw new BuildError([createProblem('AMG611', folder, {})], exitCodes.badOptions);
        if (!existsSync(path.join(directory, 'game.json'))) throw new BuildError([createProblem('AMG651', folder, { missing: 'game.json' })], exitCodes.failed);
        const { report, page } = await writeReport({ directory, productDirectory, language });
        if (flags.json) {
            terminal.print(JSON.stringify({ ...report, page }, null, 2));
        } else {
            for (const line of renderTerminal(report, language)) terminal.print(line);
            terminal.print(page);
        }
        return exitCodes.done;
    },
});
