import { stat } from 'node:fs/promises';
import path from 'node:path';
import { DeliveryError, describeTransfer, formatDeliveryPlan, projectConfigName, readDeployConfig, runDelivery, startMeter, summarizeDelivery, type DeployConfig } from '../../delivery';
import { BuildError, createProblem, exitCodes, formatProblem, type Language } from '../../problems';
import { defineCommand } from '../command';
import type { ProgressStep, Terminal } from '../terminal';

/** A person reads no faster. */
const redrawMs = 100;

export const deployCommand = defineCommand({
    name: 'deploy',
    text: { en: 'Delivers remote bundles to the resource server.', zh: '将远程 Bundle 部署到资源服务器。' },
    positionals: [{ name: 'DIR', text: { en: 'The package (with game.json) or its -remote folder.', zh: '小游戏包（含 game.json）或其 -remote 文件夹。' } }],
    flags: {
        config: { type: 'value', value: 'FILE', text: { en: `The deploy config (JSON); ${projectConfigName} of the working folder if not given. See cocos-alipay-mini-game/docs/deploy.md.`, zh: `部署配置（JSON），默认为当前文件夹的 ${projectConfigName}。见 cocos-alipay-mini-game/docs/deploy.md。` } },
        to: { type: 'value', value: 'DIR', text: { en: 'A folder to deliver to, instead of the config\'s target.', zh: '部署到该文件夹，代替配置中的目标。' } },
        'dry-run': { type: 'switch', text: { en: 'Prints what would be sent, and sends nothing.', zh: '只打印将要传送的内容，不传送。' } },
        'verify-url': { type: 'switch', text: { en: 'Then fetches a config from the package\'s remoteUrl and compares it.', zh: '随后从包的 remoteUrl 下载一个 config 并比较。' } },
        parallel: { type: 'value', value: 'N', text: { en: 'Files sent at the same time, 8 if neither this nor the config says it.', zh: '同时传送的文件数，默认为 8。' } },
        json: { type: 'switch', text: { en: 'Prints the result as JSON, alone on standard output.', zh: '在标准输出上仅打印 JSON 结果。' } },
    },
    async run({ positionals: [folder = ''], flags, language, terminal }) {
        const isFolder = await stat(folder).then((entry) => entry.isDirectory(), () => false);
        if (!isFolder) throw new BuildError([createProblem('AMG611', folder, {})], exitCodes.badOptions);
        const config = await chooseConfig(flags);
        const onProgress = showTransfer(terminal, language);
        const result = await runDelivery({
            folder,
            config: { ...config, ...(flags['verify-url'] ? { verifyUrl: true } : {}) },
            environment: process.env,
            dryRun: flags['dry-run'],
            onProgress,
        }).catch((error: unknown) => {
            if (error instanceof DeliveryError) {
                if (flags.json) terminal.print(JSON.stringify({ missing: error.missing }, null, 2));
                else for (const missing of error.missing) terminal.print(missing);
            }
            throw error;
        });
        if (flags.json) terminal.print(JSON.stringify(result, null, 2));
        else if (flags['dry-run']) terminal.print(formatDeliveryPlan(result.plan));
        else for (const line of summarizeDelivery(result, language)) terminal.print(line);
        for (const problem of result.problems) terminal.note(formatProblem(problem, language));
        return exitCodes.done;
    },
});

async function chooseConfig({ config: file, to, parallel }: { readonly config: string | undefined; readonly to: string | undefined; readonly parallel: string | undefined }): Promise<DeployConfig> {
    const isProjectConfig = await stat(projectConfigName).then(() => true, () => false);
    const named = file ?? (isProjectConfig && to === undefined ? projectConfigName : undefined);
    const target = to === undefined ? undefined : { type: 'directory', path: path.resolve(to) } as const;
    const config = named === undefined ? target && { target } : { ...(await readDeployConfig(named)), ...(target ? { target } : {}) };
    if (config === undefined) throw new BuildError([createProblem('AMG507', 'deploy', {})], exitCodes.badOptions);
    return parallel === undefined ? config : { ...config, parallel: readParallel(parallel) };
}

function readParallel(written: string): number {
    const value = Number(written);
    if (Number.isInteger(value) && value >= 1 && value <= 64) return value;
    throw new BuildError([createProblem('AMG657', '--parallel', { flag: '--parallel', value: written, expected: '1…64' })], exitCodes.badOptions);
}

function showTransfer(terminal: Terminal, language: Language): (progress: { doneBytes: number; totalBytes: number }) => void {
    const meter = startMeter(performance.now());
    let shown = 0;
    return (progress) => {
        const now = performance.now();
        const isDone = progress.doneBytes >= progress.totalBytes;
        if (now - shown < redrawMs && !isDone) return;
        shown = now;
        const step: ProgressStep = { done: progress.doneBytes, total: progress.totalBytes, label: { en: 'upload', zh: '上传' }[language], text: describeTransfer(meter.measure(progress, now), language) };
        terminal.progress(step);
    };
}
