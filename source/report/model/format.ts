/** Bytes in the unit people read package sizes in; 1 MB is 1,000,000 bytes, as Alipay's limits are counted here. */
export function formatBytes(bytes: number): string {
    const size = Math.abs(bytes);
    if (size < 1000) return `${bytes} B`;
    if (size < 999_950) return `${(bytes / 1000).toFixed(1)} kB`;
    return `${(bytes / 1_000_000).toFixed(2)} MB`;
}

/** A change with its sign: `+1.2 kB`, `−3 B` (a real minus), `±0`. */
export function formatChange(bytes: number): string {
    if (bytes === 0) return '±0';
    return `${bytes > 0 ? '+' : '−'}${formatBytes(Math.abs(bytes))}`;
}

export function formatShare(part: number, whole: number): string {
    const percent = whole === 0 ? 0 : (part / whole) * 100;
    return `${percent >= 10 || percent === 0 ? percent.toFixed(0) : percent.toFixed(1)} %`;
}
