import path from 'node:path';
import { profileNames } from '../../platform';
import { BuildError, createProblem, describeProblem, exitCodes, formatProblem, hasErrors, type BuildProblem, type Language } from '../../problems';
import { deviceNames, judgeReport, lightDisplay, openPreview, readProfile, usualPort, type PreviewReport, type Strictness } from '../../simulator';
import { runHeadless } from '../../simulator/headless';
import { defineCommand } from '../command';
import type { Terminal } from '../terminal';

const usualSeconds = 8;
const bytesPerMegabyte = 1024 * 1024;

export const previewCommand = defineCommand({
    name: 'preview',
    text: { en: 'Plays a finished package in a browser, as a phone would.', zh: '在浏览器中像手机一样运行小游戏包。' },
    positionals: [{ name: 'DIR', text: { en: 'The package: the folder with game.json.', zh: '小游戏包：包含 game.json 的文件夹。' } }],
    flags: {
        profile: { type: 'value', value: 'NAME|FILE', text: { en: `The client to be: ${profileNames.join(', ')}, or a file with a result of \`demo --probe\`. android if not given.`, zh: `模拟的客户端：${profileNames.join('、')}，或 \`demo --probe\` 的结果文件，默认为 android。` } },
        device: { type: 'value', value: 'NAME', choices: deviceNames, text: { en: `The phone to be: ${deviceNames.join(', ')}.`, zh: `模拟的机型：${deviceNames.join('、')}。` } },
        webgl2: { type: 'value', value: 'on|named|off', choices: ['on', 'named', 'off'], text: { en: 'Whether WebGL 2 contexts are given; as the client does if not given. named: their class is a global too, for which engines look.', zh: '是否提供 WebGL 2 上下文，默认与客户端一致。named：同时提供全局类 WebGL2RenderingContext，引擎据此判断是否使用 WebGL 2。' } },
        light: { type: 'switch', text: { en: `Draws one pixel a point and at most ${lightDisplay.framesPerSecond} frames a second: for machines without a graphics card, as in CI.`, zh: `每点只绘制一个像素，每秒最多 ${lightDisplay.framesPerSecond} 帧：适用于没有显卡的机器，例如 CI。` } },
        quota: { type: 'value', value: 'MB', text: { en: 'Megabytes the game may keep on the phone: 50 if not given.', zh: '游戏可在手机上保存的兆字节数，默认为 50。' } },
        'allow-network': { type: 'switch', text: { en: 'Lets requests and sockets of the game leave this machine.', zh: '允许游戏的请求和套接字访问外部网络。' } },
        port: { type: 'value', value: 'PORT', text: { en: `The port on this machine: ${usualPort}, or any free one if that is taken. 0 takes any.`, zh: `本机端口，默认为 ${usualPort}，被占用时自动选择；0 表示任意空闲端口。` } },
        'no-open': { type: 'switch', text: { en: 'Only prints the address, opens no browser.', zh: '只打印地址，不打开浏览器。' } },
        headless: { type: 'switch', text: { en: 'Plays without a window, then ends: 0 if all went well, else 34. For CI.', zh: '无窗口运行后结束：正常为 0，否则为 34。适用于 CI。' } },
        seconds: { type: 'value', value: 'N', text: { en: `With --headless: how long it plays, ${usualSeconds} if not given.`, zh: `配合 --headless：运行秒数，默认为 ${usualSeconds}。` } },
        tap: { type: 'list', value: 'X,Y', text: { en: 'With --headless: taps there, in logical pixels; may come several times.', zh: '配合 --headless：点击该处（逻辑像素），可多次使用。' } },
        screenshot: { type: 'value', value: 'FILE', text: { en: 'With --headless: where the last picture goes, a PNG.', zh: '配合 --headless：最后一帧截图的 PNG 路径。' } },
        'fail-on': { type: 'value', value: 'console', choices: ['console'], text: { en: 'With --headless: also fails when the game writes an error to its console (console.error).', zh: '配合 --headless：游戏在控制台输出错误（console.error）时也判为失败。' } },
        report: { type: 'value', value: 'FILE', text: { en: 'With --headless: where the report goes, as JSON.', zh: '配合 --headless：JSON 报告的路径。' } },
        json: { type: 'switch', text: { en: 'Prints the address, or the report and its problems, as JSON alone on standard output.', zh: '在标准输出上仅打印 JSON：地址，或报告及其问题。' } },
    },
    async run({ positionals: [folder = ''], flags, language, terminal, productDirectory }) {
        const problems: BuildProblem[] = [];
        const readNumber = (flag: 'port' | 'seconds' | 'quota', least: number, most: number): number | undefined => {
            const written = flags[flag];
            if (written === undefined) return undefined;
            const value = Number(written);
            if (written.trim() !== '' && value >= least && value <= most && (flag !== 'port' || Number.isInteger(value))) return value;
            problems.push(createProblem('AMG657', `--${flag}`, { flag: `--${flag}`, value: written, expected: `${least}…${most}` }));
            return undefined;
        };
        const taps = flags.tap.map((written) => {
            const match = /^(\d+(?:\.\d+)?),(\d+(?:\.\d+)?)$/.exec(written.trim());
            if (!match) problems.push(createProblem('AMG657', '--tap', { flag: '--tap', value: written, expected: 'X,Y (120,300)' }));
            return { x: Number(match?.[1]), y: Number(match?.[2]) };
        });
        for (const name of ['seconds', 'tap', 'screenshot', 'report', 'fail-on'] as const) {
            const isGiven = flags[name] !== undefined && flags[name].length > 0;
            if (isGiven && !flags.headless) problems.push(createProblem('AMG617', `--${name}`, { flag: `--${name}`, needed: '--headless' }));
        }
        const port = readNumber('port', 0, 65_535);
        const seconds = readNumber('seconds', 0.1, 3_600) ?? usualSeconds;
        const quota = readNumber('quota', 1, 2_000);
        if (problems.length > 0) throw new BuildError(problems, exitCodes.badOptions);
        const profile = flags.profile === undefined ? undefined : await readProfile(flags.profile);

        const setup = {
            directory: path.resolve(folder),
            productDirectory,
            allowNetwork: flags['allow-network'],
            settings: {
                ...(profile === undefined ? {} : { profile: profile.name, probed: profile }),
                ...(flags.device === undefined ? {} : { device: flags.device }),
                ...(flags.webgl2 === undefined ? {} : { webgl2: flags.webgl2 !== 'off' }),
                ...(flags.webgl2 === 'named' ? { switches: { webglClasses: 'both' as const } } : {}),
                ...(flags.light ? { light: true } : {}),
                ...(quota === undefined ? {} : { quotaBytes: quota * bytesPerMegabyte }),
            },
        };
        if (flags.headless) {
            const report = await runHeadless({ ...setup, port: port ?? 0, seconds, taps, ...pathOf('screenshot', flags.screenshot), ...pathOf('report', flags.report) });
            return printReport(report, { language, terminal, json: flags.json, strictness: { console: flags['fail-on'] === 'console' } });
        }
        const preview = await openPreview({ ...setup, port, open: !flags['no-open'] });
        terminal.print(flags.json ? JSON.stringify({ address: preview.address }) : { en: `Preview at ${preview.address} (Ctrl+C ends it)`, zh: `预览地址：${preview.address}（Ctrl+C 结束）` }[language]);
        await new Promise<void>((resolve) => {
            process.once('SIGINT', resolve);
            process.once('SIGTERM', resolve);
        });
        await preview.close();
        return exitCodes.done;
    },
});

function pathOf<Name extends 'screenshot' | 'report'>(name: Name, written: string | undefined): { [Key in Name]?: string } {
    return (written === undefined ? {} : { [name]: path.resolve(written) }) as { [Key in Name]?: string };
}

interface Printing {
    readonly language: Language;
    readonly terminal: Terminal;
    readonly json: boolean;
    readonly strictness: Strictness;
}

function printReport(report: PreviewReport, { language, terminal, json, strictness }: Printing): number {
    const problems = judgeReport(report, strictness);
    if (json) {
        terminal.print(JSON.stringify({ ...report, problems: problems.map((problem) => ({ ...problem, ...describeProblem(problem, language) })) }, null, 2));
    } else {
        for (const problem of problems) terminal.note(formatProblem(problem, language));
        terminal.print(summarise(report)[language]);
    }
    return hasErrors(problems) ? exitCodes.failed : exitCodes.done;
}

function summarise({ title, profile, firstPictureMs, firstFrameMs, frames, calls, failures }: PreviewReport): Readonly<Record<Language, string>> {
    const [picture, first] = [firstPictureMs, firstFrameMs].map((time) => (time === null ? '–' : `${Math.round(time)} ms`));
    const median = frames.medianMs === null ? '–' : `${frames.medianMs} ms`;
    return {
        en: `${title} on ${profile}: first picture ${picture}, first frame of the game ${first}, ${frames.count} frames, median ${median}, ${calls.total} calls of my, ${failures.length} failures`,
        zh: `${title}（${profile}）：首个画面 ${picture}，游戏首帧 ${first}，共 ${frames.count} 帧，中位 ${median}，my 调用 ${calls.total} 次，失败 ${failures.length} 个`,
    };
}
