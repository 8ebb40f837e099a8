// Reports of a build that a studio could have made: recorded data of real sizes, packaged in both layouts.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkPackage } from '../../source/check';
import { readPackage } from '../../source/package';
import { formatProblem } from '../../source/problems';
import { renderTerminal, writeReport, type SizeReport } from '../../source/report';
import { projectRoot } from '../environment/registry';
import { runBin } from '../hosts/installed-product';
import { writeRealBuild } from '../hosts/real-build';
import { makeProduct } from './product';

const recorded = path.resolve(projectRoot, '..', 'shared', 'host-builds', 'release-md5-remote-main');
const isHere = existsSync(recorded);
if (!isHere) console.info('The data of real builds is not here: no report is made of it.');

describe.skipIf(!isHere)('a real release build', () => {
    let scratch = '';
    let productDirectory = '';
    const reports = new Map<string, { readonly directory: string; readonly report: SizeReport; readonly packed: string }>();

    beforeAll(async () => {
        scratch = mkdtempSync(path.join(tmpdir(), 'real-report-'));
        productDirectory = await makeProduct();
        writeRealBuild(recorded, path.join(scratch, 'build'));
        for (const mainPackage of ['standard', 'lean']) {
            const config = path.join(scratch, `${mainPackage}.json`);
            writeFileSync(config, JSON.stringify({ debug: false, md5Cache: true, packages: { 'alipay-mini-game': { remoteUrl: 'https://cdn.example.com/g', deviceOrientation: 'landscape', mainPackage } } }));
            const directory = path.join(scratch, `game-${mainPackage}`);
            const { status, stdout } = runBin(['pack', path.join(scratch, 'build'), '--config', config, '--out', directory]);
            expect(status).toBe(0);
            reports.set(mainPackage, { directory, packed: stdout, report: (await writeReport({ directory, productDirectory, language: 'en' })).report });
        }
    });

    afterAll(() => {
        for (const folder of [scratch, productDirectory]) rmSync(folder, { recursive: true, force: true });
    });

    function resultOf(layout: 'standard' | 'lean'): { readonly directory: string; readonly report: SizeReport; readonly packed: string } {
        const found = reports.get(layout);
        if (!found) throw new Error(`no report of ${layout}`);
        return found;
    }

    it('over 4 MB is advised the lean layout first of all, with what it saves; the lean one is that much smaller', () => {
        const { report } = resultOf('standard');
        const [main, leanMain] = [report.limits[0]?.bytes ?? 0, resultOf('lean').report.limits[0]?.bytes ?? 0];
        expect(main).toBeGreaterThan(4_000_000);
        const [advice] = report.advice;
        expect(advice).toMatchObject({ kind: 'lean-start', of: 'main' });
        expect(advice?.savedBytes).toBeGreaterThan(3_000_000);
        // The lean layout adds its start, and an entry.
        expect(Math.abs(main - (advice?.savedBytes ?? 0) - leanMain)).toBeLessThan(10_000);
        expect(renderTerminal(report, 'zh').some((line) => line.includes('采用精简布局启动: −4.'))).toBe(true);
        console.info(`Main package ${main} bytes, lean ${leanMain}; advised saving ${advice?.savedBytes ?? 0}.`);
    });

    it('in the lean layout is advised nothing for its main package, and as before for the whole', () => {
        const [standard, lean] = [resultOf('standard').report, resultOf('lean').report];
        expect(lean.advice.filter(({ kind, of }) => kind === 'lean-start' || of === 'main')).toEqual([]);
        const whole = ({ advice }: SizeReport): unknown[] => advice.filter(({ kind }) => kind !== 'lean-start' && kind !== 'move-to-subpackage').map(({ kind, subject, savedBytes }) => [kind, subject, savedBytes]);
        expect(whole(lean)).toEqual(whole(standard));
        expect(lean.parts.map(({ name, place }) => [name, place])).toContainEqual(['cocos-game', 'game']);
        expect(lean.package.bytes).toBe(lean.parts.reduce((sum, { bytes }) => sum + bytes, 0));
    });

    it('is told the lean layout by check and pack too, only where it is not lean', () => {
        const said = (layout: 'standard' | 'lean'): string => {
            const { directory, packed } = resultOf(layout);
            return packed + checkPackage(readPackage(directory)).map((problem) => formatProblem(problem, 'en')).join('\n');
        };
        expect(said('standard')).toContain('`mainPackage` to `lean`, which takes 4,');
        expect(said('lean')).not.toContain('`mainPackage` to `lean`');
        expect(resultOf('standard').packed).not.toContain('cocos-game');
        expect(resultOf('lean').packed).toMatch(/game package cocos-game +4\.\d\d MB/);
    });
});
