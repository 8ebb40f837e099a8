import { existsSync } from 'node:fs';
import path from 'node:path';
import { BuildError, createProblem, exitCodes } from '../../problems';
import { defineCommand } from '../command';
import { createRequest, readConfig, runPackage } from '../packaging';

export const demoCommand = defineCommand({
    name: 'demo',
    text: { en: 'Packages the bundled sample game.', zh: '打包内置的示例游戏。' },
    positionals: [],
    flags: {
        out: { type: 'value', value: 'DIR', text: { en: 'Where the package goes: build/alipay-mini-game if not given.', zh: '包的输出目录，默认为 build/alipay-mini-game。' } },
        json: { type: 'switch', text: { en: 'Prints the result as JSON, alone on standard output.', zh: '在标准输出上仅打印 JSON 结果。' } },
    },
    async run({ flags, language, terminal, productDirectory }) {
        const buildDirectory = path.join(productDirectory, 'dist', 'demo', 'build');
        if (!existsSync(buildDirectory)) throw new BuildError([createProblem('AMG612', 'dist/demo', {})], exitCodes.failed);
        const config = await readConfig(path.join(productDirectory, 'static', 'demo', 'build-config.json'));
        const outputDirectory = flags.out ?? path.join('build', 'alipay-mini-game');
        const request = await createRequest({ buildDirectory, outputDirectory, config, productDirectory, language, terminal });
        return runPackage(request, { language, terminal, json: flags.json });
    },
});
