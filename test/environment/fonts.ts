import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from './registry';

/** The families of `test/fonts`, in the order in which a character is looked for. */
export const testFamilies = ['Inter', 'Noto Sans SC'] as const;

const fontFolder = path.join(projectRoot, 'test', 'fonts');
const configFolder = path.join(projectRoot, '.cache', 'fonts');

/**
 * Lets every browser that this process and its children start see the fonts of `test/fonts` and no others, whatever the
 * machine has: fontconfig reads our configuration in place of the system's. Browsers on macOS and Windows do not ask
 * fontconfig; there this changes nothing.
 */
export function useTestFonts(): void {
    const file = path.join(configFolder, 'fonts.conf');
    mkdirSync(configFolder, { recursive: true });
    // Another test process may be reading it: it sees the whole file, old or new.
    const scratch = `${file}.${process.pid}`;
    writeFileSync(scratch, describeFonts());
    renameSync(scratch, file);
    process.env['FONTCONFIG_FILE'] = file;
    // Either would lead fontconfig elsewhere.
    delete process.env['FONTCONFIG_PATH'];
    delete process.env['FONTCONFIG_SYSROOT'];
}

/**
 * Whatever family is asked for, ours are found, and letters are smoothed in one way: in grey, and placed and shaped as
 * they are drawn in the font.
 */
function describeFonts(): string {
    const smoothing = '<edit name="antialias" mode="assign"><bool>true</bool></edit><edit name="hinting" mode="assign"><bool>false</bool></edit>'
        + '<edit name="autohint" mode="assign"><bool>false</bool></edit><edit name="hintstyle" mode="assign"><const>hintnone</const></edit>'
        + '<edit name="rgba" mode="assign"><const>none</const></edit>';
    return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
<dir>${escapeXml(fontFolder)}</dir>
<cachedir>${escapeXml(path.join(configFolder, 'cache'))}</cachedir>
<match target="pattern">
<edit name="family" mode="assign" binding="strong">${testFamilies.map((family) => `<string>${family}</string>`).join('')}</edit>
${smoothing}
</match>
<match target="font">${smoothing}</match>
</fontconfig>
`;
}

function escapeXml(text: string): string {
    return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
