// Carries a plan out in a process of its own that kills itself at the N-th file operation. Bundled by kill.test.ts.
import { readFileSync, writeFileSync } from 'node:fs';
import type { PackagePlan } from '../../source/packager';
import { applyPlan, recoverPackage } from '../../source/packager/apply-plan';
import { nodeFileOperations, type FileOperations } from '../../source/packager/file-operations';

const [planFile = '', at = '', torn = ''] = process.argv.slice(2);
const plan = JSON.parse(readFileSync(planFile, 'utf8'), (_key, value: { type?: unknown; data?: string } | null) => (value?.type === 'Buffer' ? Buffer.from(value.data ?? '', 'base64') : value)) as PackagePlan;
let count = 0;

function die(): never {
    process.kill(process.pid, 'SIGKILL');
    throw new Error('unreachable');
}

/** Counts every operation; at the chosen one the process dies before it, or after half of what it writes. */
const operations = Object.fromEntries(Object.entries(nodeFileOperations).map(([name, operation]) => [name, (first: string, second: string | Uint8Array) => {
    count += 1;
    if (count !== Number(at)) return (operation as (...args: unknown[]) => unknown)(first, second);
    if (torn === 'torn' && name.startsWith('write')) writeFileSync(first, (second as Uint8Array).subarray(0, second.length / 2));
    if (torn === 'torn' && name === 'copyFile') writeFileSync(String(second), readFileSync(first).subarray(0, 1));
    return die();
}])) as unknown as FileOperations;

recoverPackage(plan.request.outputDirectory, operations);
void applyPlan(plan, operations);
