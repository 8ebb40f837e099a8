import type { AlipayOptions } from '../../options';
import { limits } from '../../platform';
import { bundlesThatStay, isGameFile, standardPath, type Bundle, type PackagePart } from '../../package';
import { createProblem, type BuildProblem } from '../../problems';
import type { LimitReport, PackagedFile } from '../request';

const largestShown = 20;

/**
 * Holds the sizes against Alipay's limits (platform facts 2.1, a warning from the limit on, an error when `strict`)
 * and against the user's own (an error beyond them). 0 means that the user set none.
 */
export function judgeSizes(parts: readonly PackagePart[], { mainPackageLimit, totalLimit, strict }: Pick<AlipayOptions, 'mainPackageLimit' | 'totalLimit' | 'strict'>): LimitReport[] {
    const main = parts[0]?.bytes ?? 0;
    const total = parts.reduce((sum, { bytes }) => sum + bytes, 0);
    const platform = (of: LimitReport['of'], bytes: number, limitBytes: number): LimitReport => ({ of, bytes, limitBytes, exceeded: bytes >= limitBytes, enforced: strict });
    const user = (of: LimitReport['of'], bytes: number, limitBytes: number): LimitReport[] => limitBytes > 0 ? [{ of, bytes, limitBytes, exceeded: bytes > limitBytes, enforced: true }] : [];
    return [
        platform('main', main, limits.mainPackageBytes),
        platform('total', total, limits.wholePackageBytes),
        ...user('main', main, mainPackageLimit),
        ...user('total', total, totalLimit),
    ];
}

/** What the sizes are of. */
export interface DescribedSizes extends Pick<AlipayOptions, 'mainPackage'> {
    /** At their places in the package. */
    readonly files: readonly PackagedFile[];
    readonly parts: readonly PackagePart[];
    /** In either layout. */
    readonly bundles: readonly Bundle[];
}

/** One problem for each limit that is passed, with the largest files and what could move out of the part. */
export function describeLimits(reports: readonly LimitReport[], { files, parts, bundles, mainPackage }: DescribedSizes): BuildProblem[] {
    const subpackageRoots = parts.slice(1).map(({ root }) => `${root}/`);
    const inMain = files.filter(({ path }) => !subpackageRoots.some((root) => path.startsWith(root)));
    return reports.filter(({ exceeded }) => exceeded).map(({ of, bytes, limitBytes, enforced }) => {
        const level = enforced ? 'error' : 'warning';
        const counted = of === 'main' ? inMain : files;
        const movable = bundles.filter(({ kind, name }) => !bundlesThatStay.has(name) && (kind === 'local' || (of === 'total' && kind === 'subpackage')));
        const sizes = movable.map(({ root }) => standardPath(`${root}/`))
            .map((root) => ({ path: root, bytes: sum(files.filter(({ path }) => standardPath(path).startsWith(root))) })).filter((size) => size.bytes > 0);
        const values = { bytes: formatBytes(bytes), limit: formatBytes(limitBytes), largest: formatTable(counted.slice()) };
        const movableRows = formatTable(sizes) || ' –';
        if (of === 'total') return createProblem('AMG308', 'package', { ...values, movable: movableRows }, level);
        if (mainPackage === 'lean') return createProblem('AMG322', 'main package', values, level);
        return createProblem('AMG307', 'main package', { ...values, movable: movableRows, lean: formatBytes(sum(inMain.filter(({ path }) => isGameFile(path)))) }, level);
    });
}

function sum(files: readonly PackagedFile[]): number {
    return files.reduce((total, { bytes }) => total + bytes, 0);
}

/** The largest first, one a line. */
function formatTable(rows: PackagedFile[]): string {
    return rows.sort((a, b) => b.bytes - a.bytes).slice(0, largestShown).map(({ path, bytes }) => `\n    ${formatBytes(bytes).padStart(12)}  ${path}`).join('');
}

/** 1234567 as `1,234,567`: the same on every Node, with or without locale data. */
export function formatBytes(bytes: number): string {
    return String(bytes).replace(/\B(?=(\d{3})+$)/g, ',');
}
