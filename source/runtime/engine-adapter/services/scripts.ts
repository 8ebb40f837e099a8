import type { GlobalScope } from '../../my/host';
import type { BundleConfig, Engine } from '../engine';

/** Registers modules by name, as the script of a bundle does. */
interface SystemJs { register(name: string, dependencies: readonly string[], declare: () => object): void }

/** Whether a script could not be run because it is not in the package, and not because of what is in it. */
function isMissing(error: unknown, file: string): boolean {
    const said = String(error && (error as Error).message || error);
    // Whatever else the host writes before it: what a script lacks itself has another name.
    return /module|not |no such/i.test(said) && said.indexOf(file.replace(/^.*?([^/]*\/[^/]*)\.js$/, '$1')) >= 0;
}

/**
 * Goes on where the script of a bundle could not be run. Throws what a script that is there has thrown.
 * @param own the version that the settings know, '' for none
 * @param suffix `<version>.` of the data, or ''
 * @param runIndex runs the script with such a suffix
 * @param mayLack whether the bundle is from elsewhere and may do without
 * @returns the script that the package would have to have, or undefined where another one has run
 */
export function runOtherScript(
    error: unknown, bundle: string, folder: string, own: string, suffix: string, runIndex: (suffix: string) => void, mayLack: boolean,
): string | undefined {
    const file = `${folder}index.${own ? own + '.' : suffix}js`;
    if (!isMissing(error, file)) throw error;
    // A build without md5 names has no versions, but a game may name one of the data.
    if (!own && suffix) return runOther();
    if (mayLack) return file;
    throw new Error(
        `bundle ${bundle}: its script ${file} is not in the package, and Alipay runs no other. Build the game again and upload the package `
        + `· 包内缺少 Bundle ${bundle} 的脚本 ${file}，支付宝只能运行包内的脚本，请重新构建并上传`,
    );

    function runOther(): string | undefined {
        try {
            runIndex('');
            return undefined;
        } catch (failure) {
            const missing = runOtherScript(failure, bundle, folder, '', '', runIndex, mayLack);
            return missing && file;
        }
    }
}

/** Tells in a debug build that data and script of a bundle are of two versions. */
export function tellVersions({ settings }: Engine, bundle: string, version: string | undefined, own: string | undefined): void {
    if (own && settings && settings.querySettings('engine', 'debug')) {
        console.log(`bundle ${bundle}: data of version ${version}, with the script of ${own}, which is the one in the package`);
    }
}

/**
 * Lets a bundle from elsewhere load without a script. The engine imports the module of a bundle's scripts whether there
 * are any or not: an empty one takes its place. A build says of every bundle that it has a script, also of one that
 * brings data only; so that is told and is no failure.
 * @param file the script that was looked for
 */
export function loadAsData(scope: GlobalScope, { name, hasPreloadScript }: BundleConfig, file: string): void {
    const system = scope['System'] as SystemJs | undefined;
    if (system && name) system.register(`virtual:///prerequisite-imports/${name}`, [], () => ({ execute() {} }));
    if (hasPreloadScript) {
        console.warn(`bundle ${name}: loaded as data alone. If it has components of its own, their script must be in the package: ${file} `
            + `· 已作为纯数据加载；如果其中有脚本组件，包内必须有它的脚本 ${file}`);
    }
}
