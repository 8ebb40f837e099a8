import path from 'node:path';
import { formatPlan, planPackage } from '../../packager';
import { exitCodes, formatProblem, hasErrors } from '../../problems';
import { defineCommand } from '../command';
import { createRequest, readConfig, runPackage } from '../packaging';

export const packCommand = defineCommand({
    name: 'pack',
    text: { en: 'Makes a package of a finished Cocos build.', zh: '将 Cocos 构建结果制作成小游戏包。' },
    positionals: [{ name: 'BUILD_DIR', text: { en: 'What Creator or the Cocos CLI built; stays as it is.', zh: 'Creator 或 Cocos CLI 的构建结果；保持不变。' } }],
    flags: {
        config: { type: 'value', value: 'FILE', required: true, text: { en: 'The build config (JSON): common options and `packages`.', zh: '构建配置（JSON）：公共选项与 `packages`。' } },
        out: { type: 'value', value: 'DIR', required: true, text: { en: 'Where the package goes; remote bundles go to DIR-remote, source maps to DIR-maps.', zh: '包的输出目录；远程 Bundle 输出到 DIR-remote，Source Map 输出到 DIR-maps。' } },
        project: { type: 'value', value: 'DIR', text: { en: 'The Cocos project, for its build templates and for pictures that the options name; the folder of the build config if not given.', zh: 'Cocos 项目目录，用于查找构建模板（build-templates）和选项中填写的图片；默认为构建配置所在目录。' } },
        'dry-run': { type: 'switch', text: { en: 'Prints the plan and writes nothing.', zh: '只打印计划，不写入任何文件。' } },
        json: { type: 'switch', text: { en: 'Prints the result as JSON, alone on standard output.', zh: '在标准输出上仅打印 JSON 结果。' } },
    },
    async run({ positionals: [buildDirectory = ''], flags, language, terminal, productDirectory }) {
        const config = await readConfig(flags.config);
        const projectDirectory = flags.project ?? path.dirname(flags.config);
        const request = await createRequest({ buildDirectory, outputDirectory: flags.out, projectDirectory, config, productDirectory, language, terminal });
        if (flags['dry-run']) {
            const plan = await planPackage(request);
            if (flags.json) terminal.print(JSON.stringify({ parts: plan.parts, limits: plan.limits, problems: plan.problems }, null, 2));
            else terminal.print(formatPlan(plan));
            for (const problem of plan.problems) terminal.note(formatProblem(problem, language));
            return hasErrors(plan.problems) ? exitCodes.failed : exitCodes.done;
        }
        return runPackage(request, { language, terminal, json: flags.json });
    },
});
