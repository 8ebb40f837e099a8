// What is known of weaknesses in the packages that ship.
import { spawnSync } from 'node:child_process';

interface AuditReport {
    readonly message?: string;
    readonly vulnerabilities?: Readonly<Record<string, { readonly severity: string; readonly range: string }>>;
}

export interface Audit {
    readonly faults: readonly string[];
    /** Why nothing could be learned, where so: not every registry answers. */
    readonly unanswered?: string;
}

/** `npm audit --omit=dev`: package.json lists what ships, bundled or installed, as dependencies and all else as devDependencies. */
export function auditDependencies(root: string): Audit {
    const shell = process.platform === 'win32';
    const { stdout, stderr } = spawnSync(shell ? 'npm.cmd' : 'npm', ['audit', '--omit=dev', '--json'], { cwd: root, encoding: 'utf8', shell });
    return readAudit(stdout === '' ? `{"message":${JSON.stringify(stderr.trim())}}` : stdout);
}

/** @param report what npm printed. */
export function readAudit(report: string): Audit {
    const { vulnerabilities, message = 'npm audit told nothing' } = JSON.parse(report) as AuditReport;
    if (vulnerabilities === undefined) return { faults: [], unanswered: message };
    return { faults: Object.entries(vulnerabilities).map(([name, { severity, range }]) => `${name} ${range} has a known weakness (${severity}): see \`npm audit --omit=dev\`.`) };
}
