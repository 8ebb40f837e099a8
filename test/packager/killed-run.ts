// Packages in a process of its own that kills itself at the N-th file operation. Bundled by kill.test.ts.
import { readFileSync, writeFileSync } from 'node:fs';
import { applyPlan, planPackage, recoverPackage, type PackageRequest } from '../../source/packager';
import { nodeFileOperations, type FileOperations } from '../../source/packager/file-operations';

const [requestFile = '', at = '', torn = ''] = process.argv.slice(2);
const request = JSON.parse(readFileSync(requestFile, 'utf8')) as PackageRequest;
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

void (async () => {
    recoverPackage(request.outputDirectory, operations);
    await applyPlan(await planPackage(request), operations);
})();
