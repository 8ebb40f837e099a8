// A stand-in for whichever host a recording was made on: calls the hooks that it called, in its order, each with what
// the recording knows of its arguments, over a folder with the recorded files.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { writeCreatorLayout, type CreatorLayout } from './creator-layout';
import { writeFile } from './write-files';

/** One hook call of a recording: what was called with what, and what lay on disk then. */
export interface RecordedCall {
    readonly heading: string;
    readonly hook: string;
    /** Class names of `this` and of the arguments. */
    readonly self: string;
    readonly args: readonly string[];
    readonly onDisk: string | undefined;
    readonly paths: readonly string[] | undefined;
    readonly optionKeys: readonly string[];
}

/** Reads the text of a recording: of one that `recordHost` made, and of those of real builds. */
export function parseRecording(text: string): RecordedCall[] {
    return text.split(/^## /m).slice(1).map((block) => {
        const [heading = '', ...lines] = block.split('\n');
        const find = (start: string) => lines.map((line) => line.trim()).find((line) => line.startsWith(start))?.slice(start.length);
        const paths = find('paths ');
        const [, hook = '', self = '', args = ''] = /^(\S+) this=(\S*) args=(.*)$/.exec(heading) ?? [];
        return {
            heading, hook, self,
            args: args === '' ? [] : args.split(','),
            onDisk: find('on disk:')?.trim(),
            paths: paths === undefined ? undefined : Object.entries(JSON.parse(paths) as Record<string, string>).map(([key, value]) => `${key}=${value}`),
            optionKeys: (find('options keys: ')?.replace(/^\d+: ?/, '') ?? '').split(',').filter((key) => key !== ''),
        };
    });
}

export interface Replay {
    /** Folder of a recording: `hooks.log` and `layout.json`. */
    readonly recording: string;
    /** The project; the build goes to `<directory>/build/<name of the output>`. */
    readonly directory: string;
    readonly outputName?: string;
    readonly hooks: Readonly<Record<string, unknown>>;
    readonly options: Readonly<Record<string, unknown>>;
}

/** @returns the output folder, with what the hooks made of it. */
export async function replayRecording({ recording, directory, outputName = 'alipay-mini-game', hooks, options }: Replay): Promise<string> {
    const output = path.join(directory, 'build', outputName);
    const layout = JSON.parse(readFileSync(path.join(recording, 'layout.json'), 'utf8')) as CreatorLayout;
    for (const call of parseRecording(readFileSync(path.join(recording, 'hooks.log'), 'utf8'))) {
        if (call.onDisk !== undefined) {
            rmSync(output, { recursive: true, force: true });
            mkdirSync(output, { recursive: true });
            if (call.hook === 'onAfterBuild') writeCreatorLayout(output, layout);
            else writeUpperLevels(output, call.onDisk);
        }
        const hook = hooks[call.hook];
        if (typeof hook === 'function') await (hook as (...args: unknown[]) => unknown).apply(instanceOf(call.self), argumentsOf(call, output, directory, options));
    }
    return output;
}

function argumentsOf({ args, paths, optionKeys }: RecordedCall, output: string, directory: string, options: Replay['options']): unknown[] {
    const place = (value: string): string => value.replace('$OUT', output).replace('$PROJECT', directory).replace('$ENGINE', path.join(directory, 'engine'));
    const result = (className: string): object => Object.assign(instanceOf(className) ?? {}, {
        ...(paths ? { paths: Object.fromEntries(paths.map((entry) => [entry.slice(0, entry.indexOf('=')), place(entry.slice(entry.indexOf('=') + 1))])) } : {}),
        ...(args.length === 2 ? { dest: output } : {}),
    });
    return args.map((className, index) => {
        if (index === 0) return Object.assign({}, Object.fromEntries(optionKeys.map((key) => [key, undefined])), options);
        if (className === 'undefined') return undefined;
        return className === 'Array' ? [] : index === 1 ? result(className) : instanceOf(className);
    });
}

/** An object whose class has a name. */
function instanceOf(className: string): object | undefined {
    if (className === 'undefined') return undefined;
    if (className === 'Object') return {};
    const Named = { [className]: class {} }[className] as new () => object;
    return new Named();
}

/** `application.js assets/{internal,main}`: what lies in braces may be anything, an empty file will do. */
function writeUpperLevels(output: string, onDisk: string): void {
    for (const [, name = '', inner] of onDisk.matchAll(/([^\s{}]+?)(?:\/\{([^}]*)\})?(?= |$)/g)) {
        if (inner === undefined) writeFile(output, name, '');
        else mkdirSync(path.join(output, name), { recursive: true });
        for (const file of (inner ?? '').split(',').filter((entry) => entry !== '')) writeFile(output, path.posix.join(name, file), '');
    }
}
