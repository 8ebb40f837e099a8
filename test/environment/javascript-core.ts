import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { installByApt } from './apt';

/** Said where the tests in it are skipped. */
export const javaScriptCoreHint = 'Install libjavascriptcoregtk-4.0-bin, or name a jsc in JSC_PATH.';

const packageName = 'libjavascriptcoregtk-4.0-bin';
const macShell = '/System/Library/Frameworks/JavaScriptCore.framework/Versions/Current/Helpers/jsc';

/**
 * The path of `jsc`, the shell of JavaScriptCore: the one `JSC_PATH` names, else the system's, else one that apt installs
 * (as root); undefined where none can be had.
 */
export function findJavaScriptCore(): string | undefined {
    const named = process.env['JSC_PATH'];
    if (named) return named;
    return findSystemShell() ?? (installByApt(packageName, 'No JavaScriptCore on this machine') ? findSystemShell() : undefined);
}

function findSystemShell(): string | undefined {
    const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
    return [...folders.map((folder) => path.join(folder, 'jsc')), macShell, ...webKitFolders().map((folder) => path.join(folder, 'jsc'))].find((candidate) => existsSync(candidate));
}

/** Where other distributions put it: `/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1` and the like. */
function webKitFolders(): string[] {
    const list = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder).map((name) => path.join(folder, name)) : []);
    const libraries = ['/usr/lib', '/usr/lib64', '/usr/libexec'];
    return [...libraries, ...list('/usr/lib').filter((folder) => folder.endsWith('-linux-gnu'))].flatMap((folder) => list(folder).filter((name) => /\/(webkit2?gtk|javascriptcoregtk)-\d/.test(name)));
}
