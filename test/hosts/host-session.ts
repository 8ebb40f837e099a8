import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, vi } from 'vitest';

/** What tests that build on the stand-in hosts share: folders of their own, and what the hooks said in this test. */
export interface HostSession {
    /** Removed with all that is in it when the file's tests are done. */
    readonly scratch: string;
    /** The lines that went to `console.log` and `console.warn` since the test began, in order. */
    readonly lines: readonly string[];
    /** A path in `scratch` that nobody was given yet. */
    newFolder(): string;
}

export function startHostSession(name: string): HostSession {
    const scratch = mkdtempSync(path.join(tmpdir(), `${name}-`));
    const lines: string[] = [];
    let builds = 0;
    beforeEach(() => {
        lines.length = 0;
        for (const method of ['log', 'warn'] as const) vi.spyOn(console, method).mockImplementation((line: unknown) => { lines.push(String(line)); });
    });
    afterEach(() => vi.restoreAllMocks());
    afterAll(() => rmSync(scratch, { recursive: true, force: true }));
    return { scratch, lines, newFolder: () => path.join(scratch, String((builds += 1))) };
}
