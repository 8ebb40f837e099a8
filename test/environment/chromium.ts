import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { installByApt } from './apt';
import { installFromRegistry } from './registry';

const systemNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];
const systemPlaces = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
/** The last release of this package that runs on Node 20. It carries the browser itself: no vendor's download. */
const packagedChromium = '@sparticuz/chromium@138.0.2';

let found: string | undefined;

/**
 * The path of a Chromium: the one `CHROMIUM_PATH` names, else the system's, else one that apt installs (as root),
 * else one from the npm registry.
 */
export function findChromium(): string {
    found ??= process.env['CHROMIUM_PATH'] ?? findSystemChromium() ?? installDebianChromium() ?? installPackagedChromium();
    return found;
}

function findSystemChromium(): string | undefined {
    const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
    const candidates = [...systemNames.flatMap((name) => folders.map((folder) => path.join(folder, name))), ...systemPlaces];
    return candidates.find((candidate) => existsSync(candidate));
}

function installDebianChromium(): string | undefined {
    return installByApt('chromium', 'No Chromium on this machine') ? findSystemChromium() : undefined;
}

export function installPackagedChromium(): string {
    const entry = pathToFileURL(path.join(installFromRegistry(packagedChromium), 'build', 'esm', 'index.js')).href;
    const script = `import(${JSON.stringify(entry)}).then(async ({ default: chromium }) => console.log(await chromium.executablePath()))`;
    return execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }).trim();
}
