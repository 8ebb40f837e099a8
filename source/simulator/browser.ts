import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const programs = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];
const places = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The Chromium that `CHROMIUM_PATH` names, else the one that is installed; undefined if there is none. */
export function findBrowser(): string | undefined {
    const named = process.env['CHROMIUM_PATH'];
    if (named) return named;
    const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
    return [...programs.flatMap((program) => folders.map((folder) => path.join(folder, program))), ...places].find((candidate) => existsSync(candidate));
}

/** Opens an address of this machine in the person's own browser. A machine without one is no error: the address is printed too. */
export function openInBrowser(address: string): void {
    const [program, ...first] = { darwin: ['open'], win32: ['cmd', '/c', 'start', '""'] }[process.platform as string] ?? ['xdg-open'];
    if (program === undefined) return;
    const started = spawn(program, [...first, address], { stdio: 'ignore', detached: true });
    started.once('error', () => {});
    started.unref();
}
