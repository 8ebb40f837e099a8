import { limits } from '../../platform';
import { createProblem, type BuildProblem } from '../../problems';
import type { Rule } from '../rule';

/** Alipay says "M" without saying which: what passes the wider reading is too large for certain (platform facts 2.1). */
const widestMegabyte = 1024 * 1024;
const narrowestMegabyte = 1_000_000;

/** Main package and whole package against Alipay's limits. */
export const checkLimits: Rule = ({ parts, bytes }) => [
    ...judge('AMG407', 'main package', parts[0]?.bytes ?? 0, limits.mainPackageBytes),
    ...judge('AMG408', 'package', bytes, limits.wholePackageBytes),
];

function judge(code: 'AMG407' | 'AMG408', where: string, bytes: number, limit: number): BuildProblem[] {
    if (bytes < limit) return [];
    const certain = (limit / narrowestMegabyte) * widestMegabyte;
    return [createProblem(code, where, { bytes: format(bytes), limit: format(limit), over: format(bytes - limit) }, bytes > certain ? 'error' : 'warning')];
}

/** 1234567 as `1,234,567`: the same on every Node, with or without locale data. */
function format(bytes: number): string {
    return String(bytes).replace(/\B(?=(\d{3})+$)/g, ',');
}
