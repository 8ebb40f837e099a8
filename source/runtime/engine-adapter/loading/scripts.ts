import { isRemote } from './asset-files';

/**
 * Runs a script of the package, once, by the host's `require`; it has to register itself with SystemJS.
 * Hosts write script addresses as `src/a.js`, `../src/a.js` or `project:///src/a.js`: all mean the package's root
 * (runtime contract 1). Throws for an address outside the package, which Alipay cannot run (platform facts 2.6).
 */
export function runScript(requireScript: (path: string) => unknown, url: string): void {
    if (isRemote(url)) throw new Error(`${url}: Alipay runs only scripts of the package; put it into src/ and load it from there`);
    requireScript(url.replace(/^project:\/*|^(\.{0,2}\/)+/, ''));
}
