import { existsSync } from 'node:fs';
import path from 'node:path';
import { BuildError, createProblem, exitCodes, type BuildProblem, type Language } from '../../problems';
import { defineCommand } from '../command';
import { createRequest, readConfig, runPackage } from '../packaging';
import { usualAddresses, writeProbePackage, type ProbeAddresses } from '../probe-package';
import type { Terminal } from '../terminal';

export const demoCommand = defineCommand({
    name: 'demo',
    text: { en: 'Packages the bundled sample game, or the probe.', zh: '打包内置的示例游戏或检测程序。' },
    positionals: [],
    flags: {
        out: { type: 'value', value: 'DIR', text: { en: 'Where the package goes: build/alipay-mini-game if not given, build/alipay-probe with --probe.', zh: '包的输出目录，默认为 build/alipay-mini-game；配合 --probe 时为 build/alipay-probe。' } },
        json: { type: 'switch', text: { en: 'Prints the result as JSON, alone on standard output.', zh: '在标准输出上仅打印 JSON 结果。' } },
        probe: { type: 'switch', text: { en: 'The probe instead: a mini game that tells how this phone, or Studio, behaves (cocos-alipay-mini-game/docs/verify.md).', zh: '改为检测程序：检测手机或 Studio 实际行为的小游戏（cocos-alipay-mini-game/docs/verify.zh-CN.md）。' } },
        url: { type: 'value', value: 'URL', text: { en: 'With --probe: an https address that answers 200 and, with ".absent" after it, 404. Pages of Alipay\'s own if not given.', zh: '配合 --probe：返回 200 的 https 地址，且其后加 “.absent” 时返回 404。默认使用支付宝自己的页面。' } },
        socket: { type: 'value', value: 'URL', text: { en: 'With --probe: a wss address that sends back every message. Sockets are not asked about if not given.', zh: '配合 --probe：原样返回消息的 wss 地址。不提供则不检测套接字。' } },
    },
    async run({ flags, language, terminal, productDirectory }) {
        const problems = (['url', 'socket'] as const).flatMap((name): BuildProblem[] => (
            flags.probe || flags[name] === undefined ? [] : [createProblem('AMG617', `--${name}`, { flag: `--${name}`, needed: '--probe' })]
        ));
        const addresses = readAddresses(flags, problems);
        if (problems.length > 0) throw new BuildError(problems, exitCodes.badOptions);
        if (flags.probe) return writeProbe(flags.out ?? path.join('build', 'alipay-probe'), addresses, { language, terminal, productDirectory, json: flags.json });

        const buildDirectory = path.join(productDirectory, 'dist', 'demo', 'build');
        if (!existsSync(buildDirectory)) throw new BuildError([createProblem('AMG612', 'dist/demo', {})], exitCodes.failed);
        const projectDirectory = path.join(productDirectory, 'static', 'demo');
        const config = await readConfig(path.join(projectDirectory, 'build-config.json'));
        const outputDirectory = flags.out ?? path.join('build', 'alipay-mini-game');
        const request = await createRequest({ buildDirectory, outputDirectory, projectDirectory, config, productDirectory, language, terminal });
        const exitCode = await runPackage(request, { language, terminal, json: flags.json });
        const play = describePreview(productDirectory, outputDirectory);
        if (!flags.json) terminal.print({ en: `Play it: ${play}`, zh: `试玩：${play}` }[language]);
        return exitCode;
    },
});

/** A line that plays a package however this program was installed: from a clone, an unpacked zip, or npm. */
function describePreview(productDirectory: string, outputDirectory: string): string {
    const program = path.join(productDirectory, 'dist', 'bin.js');
    const near = path.relative('', program);
    return ['node', near.startsWith('..') ? program : near, 'preview', outputDirectory].map((word) => (/\s/.test(word) ? `"${word}"` : word)).join(' ');
}

/** The addresses that the flags name; each that is none is added to the problems. */
function readAddresses({ url, socket }: { readonly url: string | undefined; readonly socket: string | undefined }, problems: BuildProblem[]): ProbeAddresses {
    const check = (flag: string, value: string | undefined, protocol: 'https:' | 'wss:'): void => {
        if (value !== undefined && !new RegExp(`^${protocol}//[^/\\s]+`).test(value)) problems.push(createProblem('AMG618', flag, { flag, value, expected: `${protocol}//…` }));
    };
    check('--url', url, 'https:');
    check('--socket', socket, 'wss:');
    return { ...(url === undefined ? usualAddresses : { present: url, absent: `${url}.absent` }), ...(socket === undefined ? {} : { echo: socket }) };
}

async function writeProbe(out: string, addresses: ProbeAddresses, { language, terminal, productDirectory, json }: { language: Language; terminal: Terminal; productDirectory: string; json: boolean }): Promise<number> {
    await writeProbePackage(productDirectory, path.resolve(out), addresses);
    if (json) terminal.print(JSON.stringify({ directory: path.resolve(out), addresses }, undefined, 2));
    else terminal.print({ en: `The probe is in ${out}: open the folder in Alipay Mini Program Studio, as a mini game. What to do then: ${path.join(productDirectory, 'docs', 'verify.md')}`, zh: `检测程序已生成在 ${out}：请在支付宝小程序开发者工具中以小游戏打开。后续步骤：${path.join(productDirectory, 'docs', 'verify.zh-CN.md')}` }[language]);
    return exitCodes.done;
}
