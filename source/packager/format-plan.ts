import { formatBytes } from './artefacts/budget';
import { formatPlace, type PackagePlan, type Place, type Step } from './plan';
import { absolutePath, rootsOf } from './roots';

/** The plan as lines of text, for `pack --dry-run`: one line a step, then the sizes. */
export function formatPlan({ request, steps, parts }: PackagePlan): string {
    const target = rootsOf(request.outputDirectory);
    const lines = (['output', 'remote', 'maps'] as const).map((root) => `${root.padEnd(7)} = ${absolutePath(target, { root, path: '' })}`);
    lines.push('', ...(steps.length === 0 ? ['nothing to do'] : steps.map(formatStep)), '');
    lines.push(...parts.map(({ name, bytes, fileCount }) => `${formatBytes(bytes).padStart(12)} bytes  ${String(fileCount).padStart(5)} files  ${name === '' ? 'main package' : `subpackage ${name}`}`));
    return lines.join('\n');
}

function formatStep(step: Step): string {
    const arrow = (from: Place, to: Place): string => (from.root === to.root && from.path === to.path ? formatPlace(to) : `${formatPlace(from)} -> ${formatPlace(to)}`);
    switch (step.kind) {
        case 'move': return `move    ${arrow(step.from, step.to)}${step.what === 'folder' ? '/' : ''}`;
        case 'copy': return `copy    ${arrow(step.from, step.to)} (${formatBytes(step.bytes)} bytes)`;
        case 'write': return `write   ${formatPlace(step.to)} (${formatBytes(step.data.byteLength)} bytes)`;
        case 'archive': return `zip     ${formatPlace(step.to)} (${step.files.length} files)`;
        case 'remove': return `remove  ${formatPlace(step.at)}${step.what === 'folder' ? '/' : ''}`;
    }
}

