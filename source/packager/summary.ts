import { join } from 'node:path';
import stringWidth from 'string-width';
import { gameSubpackage, remoteFolder, standardPath } from '../package';
import type { Language } from '../problems';
import type { PackageResult } from './request';

/** Bytes in the unit people read package sizes in; 1 MB is 1,000,000 bytes, as Alipay's limits are counted here. */
function inUnit(bytes: number): string {
    if (bytes < 1000) return `${bytes} B`;
    return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(2)} MB`;
}

const texts = {
    en: { made: 'Alipay Mini Game package', unchanged: 'nothing had changed', mainPackage: 'main package', gamePackage: 'game package', subpackage: 'subpackage', total: 'total', of: 'of', files: 'files', remote: 'remote bundle', upload: 'upload the contents to remoteUrl', uploadFolder: 'upload this folder to remoteUrl', maps: 'source maps', archive: 'archive' },
    zh: { made: '支付宝小游戏包', unchanged: '没有变化', mainPackage: '主包', gamePackage: '游戏分包', subpackage: '分包', total: '合计', of: '/', files: '个文件', remote: '远程 Bundle', upload: '请将其内容上传到 remoteUrl', uploadFolder: '请将此文件夹上传到 remoteUrl', maps: 'Source Map', archive: '压缩包' },
} as const satisfies Record<Language, Record<string, string>>;

/** What was made, in words: one line for the folder, one for each part, and where the rest went. */
export function summarizeResult(result: PackageResult, language: Language): string[] {
    const text = texts[language];
    const limitOf = (of: 'main' | 'total'): string => {
        const smallest = Math.min(...result.limits.filter((limit) => limit.of === of).map(({ limitBytes }) => limitBytes));
        return smallest === Infinity ? '' : ` ${text.of} ${inUnit(smallest)}`;
    };
    // A Chinese character takes two places on a terminal.
    const row = (label: string, bytes: number, suffix: string, files: number): string =>
        `  ${label}${' '.repeat(Math.max(0, 28 - stringWidth(label)))} ${inUnit(bytes).padStart(10)}${suffix.padEnd(13)} ${files} ${text.files}`;
    // Inside, the folder's contents are the package: only its `remote` goes to the server.
    const uploadOf = (remoteDirectory: string, outputDirectory: string): string =>
        remoteDirectory === outputDirectory ? `${join(remoteDirectory, remoteFolder)} (${text.uploadFolder})` : `${remoteDirectory} (${text.upload})`;
    const isLean = result.files.some(({ path }) => path !== standardPath(path));
    const labelOf = (name: string): string =>
        name === '' ? text.mainPackage : `${isLean && name === gameSubpackage.name ? text.gamePackage : text.subpackage} ${name}`;
    return [
        `${text.made}: ${result.outputDirectory}${result.changes === 0 ? ` (${text.unchanged})` : ''}`,
        ...result.parts.map(({ name, bytes, fileCount }) =>
            row(labelOf(name), bytes, name === '' ? limitOf('main') : '', fileCount)),
        ...(result.parts.length > 1 ? [row(text.total, result.bytes, limitOf('total'), result.files.length)] : []),
        ...result.remote.map(({ name, bytes, files }) => row(`${text.remote} ${name}`, bytes, '', files)),
        ...(result.remoteDirectory === undefined ? [] : [`  → ${uploadOf(result.remoteDirectory, result.outputDirectory)}`]),
        ...(result.archive === undefined ? [] : [`  → ${result.archive.path} (${text.archive}, ${inUnit(result.archive.bytes)})`]),
        ...(result.mapsDirectory === undefined || result.maps.length === 0 ? [] : [`  → ${result.mapsDirectory} (${text.maps})`]),
    ];
}
