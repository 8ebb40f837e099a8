import { createProblem } from '../../problems';
import type { Rule } from '../rule';

/** `bullet.release.wasm-3fB.wasm`, `spine-BUh5.wasm`, `meshopt_decoder.wasm-Dt7.wasm`, `physx.release.wasm` (host-builds). */
const moduleName = /^([a-z][a-z0-9_]*)/i;

/** The engine takes asm.js on Alipay; a module that is there only as WebAssembly does not load (platform facts 2.8). */
export const checkWebAssembly: Rule = ({ files }) => {
    const paths = [...files.keys()];
    // A game without Cocos' engine knows what it does with its WebAssembly.
    if (!paths.some((path) => /(^|\/)cocos-js\//.test(path))) return [];
    const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
    return paths.filter((path) => /\.wasm(\.br)?$/i.test(path)).flatMap((path) => {
        const module = moduleName.exec(nameOf(path))?.[1] ?? nameOf(path);
        const hasTwin = paths.some((other) => nameOf(other).startsWith(module) && /\.asm[.-][\w.-]*js$/.test(nameOf(other)));
        return hasTwin ? [] : [createProblem('AMG423', path, { module })];
    });
};
