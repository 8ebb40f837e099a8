import type { GlobalScope } from '../../my/host';
import type { BundleConfig } from '../engine';

/** Registers modules by name, as the script of a bundle does. */
interface SystemJs { register(name: string, dependencies: readonly string[], declare: () => object): void }

/** Why a bundle of the game's own build cannot be loaded. @param files the scripts that were looked for */
export function missingScript(bundle: string, files: readonly string[]): Error {
    return new Error(
        `bundle ${bundle}: its script ${files.join(' or ')} is not in the package, and Alipay runs no other. Build the game again `
        + `and upload the package · 包内没有 Bundle ${bundle} 的脚本，支付宝只能运行包内的脚本，请重新构建并上传`,
    );
}

/**
 * Lets a bundle from elsewhere load without a script. The engine imports the module of a bundle's scripts whether there
 * are any or not: an empty one takes its place. A build says of every bundle that it has a script, also of one that
 * brings data only; so that is told and is no failure.
 * @param files the scripts that were looked for
 */
export function loadAsData(scope: GlobalScope, { name, hasPreloadScript }: BundleConfig, files: readonly string[]): void {
    const system = scope['System'] as SystemJs | undefined;
    if (system && name) system.register(`virtual:///prerequisite-imports/${name}`, [], () => ({ execute() {} }));
    if (hasPreloadScript) {
        console.warn(`bundle ${name}: loaded as data alone. If it has components of its own, the package needs their script, which its build `
            + `has as index.js: ${files.join(' or ')} · 已作为纯数据加载；如果其中有脚本组件，请把构建生成的 index.js 放入包内的上述位置`);
    }
}
