import { measureLeanSavings } from '../../package';
import { limits } from '../../platform';
import { createProblem, type BuildProblem } from '../../problems';
import type { Rule } from '../rule';

/** Alipay says "M" without saying which: what passes the wider reading is too large for certain (platform facts 2.1). */
const widestMegabyte = 1024 * 1024;
const narrowestMegabyte = 1_000_000;

/** Main package and whole package against Alipay's limits. */
export const checkLimits: Rule = (pack) => {
    const main = pack.parts[0]?.bytes ?? 0;
    const saved = measureLeanSavings(pack);
    return [
        ...judge(main, limits.mainPackageBytes, (values, level) => saved > 0
            ? createProblem('AMG407', 'main package', { ...values, lean: format(saved) }, level)
            : createProblem('AMG428', 'main package', values, level)),
        ...judge(pack.bytes, limits.wholePackageBytes, (values, level) => createProblem('AMG408', 'package', values, level)),
    ];
};

interface Excess { readonly bytes: string; readonly limit: string; readonly over: string }

function judge(bytes: number, limit: number, describe: (values: Excess, level: BuildProblem['level']) => BuildProblem): BuildProblem[] {
    if (bytes < limit) return [];
    const certain = (limit / narrowestMegabyte) * widestMegabyte;
    return [describe({ bytes: format(bytes), limit: format(limit), over: format(bytes - limit) }, bytes > certain ? 'error' : 'warning')];
}

/** 1234567 as `1,234,567`: the same on every Node, with or without locale data. */
function format(bytes: number): string {
    return String(bytes).replace(/\B(?=(\d{3})+$)/g, ',');
}
