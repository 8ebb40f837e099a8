import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkPackage, contentMarks } from '../check';
import { openContents, readPackage, withoutSlash, type Package, type PackageContents } from '../package';
import { BuildError, createProblem, exitCodes } from '../problems';
import { findAssetUrls, type FindAssetUrl } from './asset-urls';
import { describePackage } from './describe-package';
import { findDuplicates } from './duplicates';
import { listPackageFiles } from './files-of-package';
import { compareBuilds, listRecords, readHistory, rememberBuild } from './history';
import { readMeasureCache } from './measure/measure-cache';
import type { FileMeasure } from './measure/file-measure';
import { measureFiles } from './measure/measure-files';
import { nativeModules } from './measure/module-marks';
import type { ReportLanguage, SizeReport } from './model';
import { renderHtml } from './render-html';

export interface ReportRequest {
    /** The package, absolute. */
    readonly directory: string;
    /** The installed product: the folder with `dist/report` and `static/report`. */
    readonly productDirectory: string;
    /** The page's first language; it can be switched there. */
    readonly language: ReportLanguage;
    /** Engine modules of the build, where the host told. */
    readonly modules?: readonly string[];
    /** For the assets that no bundle config names. */
    readonly findAssetUrl?: FindAssetUrl;
}

export interface WrittenReport {
    readonly report: SizeReport;
    /** The page, absolute. */
    readonly page: string;
}

/** The folder beside a package that holds its report, the builds before and what was measured. */
export function reportDirectoryOf(packageDirectory: string): string {
    return `${withoutSlash(packageDirectory)}-report`;
}

/**
 * Measures a package and writes its report beside it; never into it.
 * @throws BuildError AMG427 (34) where a file of the report, or of the package, cannot be written or read.
 */
export async function writeReport(request: ReportRequest): Promise<WrittenReport> {
    try {
        return await makeReport(request);
    } catch (error) {
        if (!(error instanceof Error) || !('syscall' in error)) throw error;
        throw new BuildError([createProblem('AMG427', reportDirectoryOf(request.directory), { reason: error.message }, 'error')], exitCodes.failed);
    }
}

async function makeReport({ directory, productDirectory, language, modules, findAssetUrl }: ReportRequest): Promise<WrittenReport> {
    const folder = reportDirectoryOf(directory);
    const historyFile = join(folder, 'history.json');
    const measuresFile = join(folder, 'measures.json');
    const made = new Date();

    const pack = readPackage(directory);
    const files = listPackageFiles(pack);
    const marks = listMarks(pack);
    const cache = readMeasureCache(measuresFile, marks.join(), made.getTime());
    const measures = await measureFiles(files, marks, cache);
    const history = readHistory(historyFile);
    const known = modules ?? history?.modules;
    const assetUrls = findAssetUrl === undefined ? history?.assetUrls ?? {} : await findAssetUrls(pack, files, findAssetUrl);
    const described = describePackage({
        pack, files, measures,
        duplicates: findDuplicates(files, measures),
        findings: checkPackage(pack, searchedContents(pack, measures)),
        made: made.toISOString(),
        assetUrls,
        ...(known === undefined ? {} : { modules: known }),
    });
    const remembered = { ...rememberBuild(history, described, (path) => measures.get(path)?.checksum), assetUrls, ...(known === undefined ? {} : { modules: known }) };
    const growth = compareBuilds(remembered);
    const report: SizeReport = { ...described, ...(growth === undefined ? {} : { growth }), history: listRecords(remembered) };

    const page = join(folder, 'report.html');
    mkdirSync(folder, { recursive: true });
    replaceFile(page, renderHtml(report, readPageParts(productDirectory), language));
    replaceFile(measuresFile, cache.format());
    replaceFile(historyFile, JSON.stringify(remembered));
    return { report, page };
}

/** What the texts are searched for: what the rules of `check` ask, and the marks of the native modules that are there. */
function listMarks({ files }: Package): string[] {
    const names = [...files.keys()].map((path) => path.slice(path.lastIndexOf('/') + 1));
    const modules = nativeModules.filter(({ chunk }) => names.some((name) => chunk.test(name)));
    return [...new Set([...contentMarks, ...modules.flatMap((module) => module.marks)])].sort();
}

/** The contents for `check`, whose texts were searched while they were measured. */
function searchedContents(pack: Package, measures: ReadonlyMap<string, FileMeasure>): PackageContents {
    const mentions = new Map<string, string[]>();
    for (const [path, { marks = [] }] of measures) {
        for (const mark of marks) {
            const paths = mentions.get(mark);
            if (paths) paths.push(path);
            else mentions.set(mark, [path]);
        }
    }
    return { read: openContents(pack, []).read, mentioning: (mark) => mentions.get(mark) ?? [] };
}

function readPageParts(productDirectory: string): { script: string; style: string } {
    return {
        script: readFileSync(join(productDirectory, 'dist', 'report', 'page.js'), 'utf8'),
        style: readFileSync(join(productDirectory, 'static', 'report', 'page.css'), 'utf8'),
    };
}

/** Nobody ever reads half a file, even when this process is killed. */
function replaceFile(path: string, content: string): void {
    const beside = `${path}.${process.pid}.tmp`;
    writeFileSync(beside, content);
    renameSync(beside, path);
}
