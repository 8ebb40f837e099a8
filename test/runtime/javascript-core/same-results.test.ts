import { execFile } from 'node:child_process';
import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { profileNames } from '../../../source/platform';
import { findJavaScriptCore, javaScriptCoreHint } from '../../environment/javascript-core';
import { bundleScenarios, makeInput } from './input';
import { scenarioNames, type Result } from './scenarios/names';

/* An iPhone runs games in JavaScriptCore. The same scenarios, on the built adapters and the host model, in V8 and there. */

const shell = findJavaScriptCore();
if (shell === undefined) console.log(`NOT RUN: the scenarios in JavaScriptCore, for want of jsc. ${javaScriptCoreHint}`);
let scratch: string;
let inV8: readonly Result[];
let inJavaScriptCore: readonly Result[];

beforeAll(async () => {
    scratch = await fs.mkdtemp(path.join(os.tmpdir(), 'javascript-core-'));
    const script = path.join(scratch, 'scenarios.js');
    await fs.writeFile(script, `globalThis.givenInput = ${JSON.stringify(JSON.stringify(await makeInput(scratch)))};\n${await bundleScenarios()}`);
    const inNode = path.join(scratch, 'in-node.js');
    await fs.writeFile(inNode, "globalThis.print = console.log;\nrequire('./scenarios.js');\n");
    [inV8, inJavaScriptCore] = await Promise.all([runScenarios(process.execPath, inNode), shell ? runScenarios(shell, script) : []]);
});
afterAll(() => fs.rm(scratch, { recursive: true, force: true }));

async function runScenarios(program: string, ...scripts: readonly string[]): Promise<Result[]> {
    const { stdout } = await promisify(execFile)(program, scripts, { maxBuffer: 1e8, timeout: 100_000 });
    const lines = stdout.trimEnd().split('\n');
    expect(lines.pop()).toBe('end');
    return lines.map((line) => JSON.parse(line) as Result);
}

const every = scenarioNames.flatMap((scenario) => profileNames.map((profile) => [scenario, profile] as const));
const find = (results: readonly Result[], scenario: string, profile: string): Result | undefined => results.find((result) => result.scenario === scenario && result.profile === profile);

describe('a game on the built adapters', () => {
    it.each(every)('%s (%s)', (scenario, profile) => {
        const result = find(inV8, scenario, profile);
        expect(result?.failed).toBeUndefined();
        expect(result?.value).toBeDefined();
    });
});

describe.skipIf(shell === undefined)('a game in JavaScriptCore, as in V8,', () => {
    it.each(every)('%s (%s)', (scenario, profile) => {
        expect(find(inJavaScriptCore, scenario, profile)).toEqual(find(inV8, scenario, profile));
    });
});
