import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { resolveOptions, type OptionHost } from '../../options';
import { describeCall, type HookCall } from './describe-call';
import { describeLayout } from './describe-layout';
import { hookNames, type HookName } from './hook-names';
import { redactPeople, valueAt, type RecordedPlaces } from './redaction';

type Hook = (this: unknown, ...args: unknown[]) => unknown;
type Hooks = Readonly<Record<HookName, Hook>>;

/**
 * A host's hooks, all of them, with the option `recordHost`: each call is described before it is passed on. Hooks that
 * we have no use for do nothing else. A recording that cannot be made is told and never fails the build.
 *
 * It goes beside the output: `<output>-recording/hooks.log` and `layout.json`.
 * @param hooks what we do in the hooks that we have a use for, by their names.
 */
export function recordHooks(host: OptionHost, hooks: object): Hooks {
    const recorder = createRecorder(host);
    const recorded: Partial<Record<HookName, Hook>> = {};
    for (const name of hookNames) {
        const own = valueAt(hooks, name) as Hook | undefined;
        recorded[name] = function (this: unknown, ...args) {
            recorder.note({ name, self: this, args });
            return own?.apply(this, args);
        };
    }
    return recorded as Hooks;
}

function createRecorder(host: OptionHost): { note(call: HookCall): void } {
    let isOn = false;
    let places: RecordedPlaces | undefined;
    /** Calls from before the host told where the build is. */
    let waiting: HookCall[] = [];
    let text = '';
    return {
        note(call) {
            try {
                const [options] = call.args;
                // Creator may call bundle hooks without arguments (host contract 2): what the build began with counts.
                if (typeof options === 'object' && options !== null) isOn = resolveOptions(host, options).options.recordHost;
                if (!isOn) return;
                if (call.name === 'onBeforeBuild') [places, waiting, text] = [undefined, [], ''];
                const output = outputOf(call) ?? places?.output;
                waiting.push(call);
                if (output === undefined) return;
                // Bundle hooks do not tell the places.
                places = outputOf(call) === undefined ? places : placesOf(call, output);
                if (text === '') rmSync(path.join(`${output}-recording`, 'layout.json'), { force: true });
                for (const told of waiting.splice(0)) text += describeCall(told, places ?? {});
                write(output, 'hooks.log', redactPeople(text, places ?? {}));
                if (call.name === 'onAfterBuild') write(output, 'layout.json', redactPeople(`${JSON.stringify(describeLayout(output), undefined, 1)}\n`, places ?? {}));
            } catch (error) {
                console.warn(`recordHost: ${error instanceof Error ? error.message : String(error)}`);
            }
        },
    };
}

function write(output: string, name: string, content: string): void {
    const folder = `${output}-recording`;
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, name), content);
}

/** The Cocos CLI tells it in `paths`, Creator as `dest`. */
function outputOf({ args: [, result] }: HookCall): string | undefined {
    const output = valueAt(result, 'dest') ?? valueAt(valueAt(result, 'paths'), 'dir');
    return typeof output === 'string' && output !== '' ? path.resolve(output) : undefined;
}

function placesOf({ args: [options, result] }: HookCall, output: string): RecordedPlaces {
    const paths = valueAt(result, 'paths');
    const root = valueAt(paths, 'projectRoot');
    const temp = valueAt(paths, 'tempDir');
    const engine = valueAt(valueAt(valueAt(options, 'engineInfo'), 'typescript'), 'path');
    return {
        output,
        // `<project>/temp/builder/<task>`; Creator builds into `<project>/build/<task>`.
        project: ownFolder(typeof root === 'string' ? root : typeof temp === 'string' ? path.resolve(temp, '..', '..', '..') : path.resolve(output, '..', '..')),
        engine: typeof engine === 'string' ? engine : undefined,
        users: userNames(),
    };
}

/** A folder, unless it is one that other things lie in as well: a path below it would show them. */
function ownFolder(folder: string): string | undefined {
    const toHome = path.relative(folder, os.homedir());
    const holdsHome = !path.isAbsolute(toHome) && toHome.split(path.sep)[0] !== '..';
    return holdsHome || path.parse(folder).root === folder ? undefined : folder;
}

/** The account's name, and that of its folder, which may be another. */
function userNames(): string[] {
    const folder = path.basename(os.homedir());
    try {
        return [os.userInfo().username, folder];
    } catch {
        return [folder];
    }
}
