import type { Language } from '../problems';
import type { DeliveryResult } from './run-delivery';

/** What a delivery did, as lines for a terminal or a build log. */
export function summarizeDelivery({ target, manifestFile, files, bytes, sent, sentBytes, present, verifiedUrl }: DeliveryResult, language: Language): string[] {
    const count = (value: number): string => value.toLocaleString('en');
    return {
        en: [
            `${count(sent.length)} files sent (${count(sentBytes)} bytes), ${count(present)} were there already; all ${count(files)} (${count(bytes)} bytes) are on ${target}`,
            ...(verifiedUrl === undefined ? [] : [`players find them: ${verifiedUrl}`]),
            `manifest: ${manifestFile}`,
        ],
        zh: [
            `已传送 ${count(sent.length)} 个文件（${count(sentBytes)} 字节），${count(present)} 个已存在；全部 ${count(files)} 个文件（${count(bytes)} 字节）已在 ${target}`,
            ...(verifiedUrl === undefined ? [] : [`玩家可访问：${verifiedUrl}`]),
            `清单：${manifestFile}`,
        ],
    }[language];
}
