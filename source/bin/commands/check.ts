import { stat } from 'node:fs/promises';
import path from 'node:path';
import { checkPackage } from '../../check';
import { readPackage } from '../../package';
import { BuildError, createProblem, describeProblem, exitCodes, formatProblem, hasErrors } from '../../problems';
import { defineCommand } from '../command';

export const checkCommand = defineCommand({
    name: 'check',
    text: { en: 'Checks a finished package, made by this or any other tool.', zh: '检查小游戏包，无论由本工具还是其他工具制作。' },
    positionals: [{ name: 'DIR', text: { en: 'The package: the folder with game.json.', zh: '小游戏包：包含 game.json 的文件夹。' } }],
    flags: {
        json: { type: 'switch', text: { en: 'Prints the findings as JSON, alone on standard output.', zh: '在标准输出上仅打印 JSON 结果。' } },
    },
    async run({ positionals: [folder = ''], flags, language, terminal }) {
        const directory = path.resolve(folder);
        const isFolder = await stat(directory).then((entry) => entry.isDirectory(), () => false);
        if (!isFolder) throw new BuildError([createProblem('AMG611', folder, {})], exitCodes.badOptions);
        const problems = checkPackage(readPackage(directory));
        if (flags.json) {
            terminal.print(JSON.stringify(problems.map((problem) => ({ ...problem, ...describeProblem(problem, language) })), null, 2));
        } else {
            for (const problem of problems) terminal.print(formatProblem(problem, language));
            if (problems.length === 0) terminal.print({ en: `${folder}: nothing wrong was found.`, zh: `${folder}：未发现问题。` }[language]);
        }
        return hasErrors(problems) ? exitCodes.failed : exitCodes.done;
    },
});
