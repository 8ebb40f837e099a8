import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { packageBuild, PackageError, summarizeResult, type PackageResult } from '../../source/packager';
import { sampleOf, smallBuild } from './sample-build';

async function linesOf(options: Readonly<Record<string, unknown>>, language: 'en' | 'zh' = 'en'): Promise<{ lines: readonly string[]; result: PackageResult }> {
    const result = await packageBuild(sampleOf(smallBuild, options).request()).catch((error: unknown) => {
        if (error instanceof PackageError) return error.result;
        throw error;
    });
    return { lines: summarizeResult(result, language), result };
}

describe('what was made, in words', () => {
    it('holds a part against the smaller of Alipay\'s limit and the user\'s', async () => {
        expect((await linesOf({})).lines.join('\n')).toMatch(/main package .* of 4\.00 MB/);
        expect((await linesOf({ mainPackageLimit: 2000 })).lines.join('\n')).toMatch(/main package .* of 2\.0 kB/);
        expect((await linesOf({ mainPackageLimit: 5_000_000 })).lines.join('\n')).toMatch(/main package .* of 4\.00 MB/);
        expect((await linesOf({ totalLimit: 9000 })).lines.join('\n')).toMatch(/total .* of 9\.0 kB/);
    });

    it('says what goes to the resource server: the contents of the folder beside, or `remote` of the package', async () => {
        const beside = await linesOf({});
        expect(beside.lines).toContain(`  → ${beside.result.outputDirectory}-remote (upload the contents to remoteUrl)`);
        const inside = await linesOf({ remoteOutput: 'inside' });
        expect(inside.lines).toContain(`  → ${inside.result.outputDirectory}/remote (upload this folder to remoteUrl)`);
        expect(inside.lines.join('\n')).not.toContain('contents');
        expect((await linesOf({ remoteOutput: 'inside' }, 'zh')).lines.join('\n')).toContain('/remote (请将此文件夹上传到 remoteUrl)');
    });

    it('says that nothing had changed, and what there is not is not named', async () => {
        const settings = { ...(JSON.parse(String(smallBuild['src/settings.json'])) as object), assets: { projectBundles: ['internal', 'main'] } };
        const local = Object.entries(smallBuild).filter(([path]) => !/^(remote|subpackages)\//.test(path) && !path.endsWith('.js.map'));
        const sample = sampleOf({ ...Object.fromEntries(local), 'src/settings.json': JSON.stringify(settings) });
        await packageBuild(sample.request());
        const lines = summarizeResult(await packageBuild(sample.request()), 'en');
        expect(lines[0]).toBe(`Alipay Mini Game package: ${sample.build} (nothing had changed)`);
        expect(lines.slice(1)).toEqual([expect.stringMatching(/^ {2}main package .* of 4\.00 MB/)]);
    });

    it('names the archive with its size', async () => {
        const { lines, result } = await linesOf({ archiveRemote: true });
        expect(lines).toContainEqual(expect.stringMatching(/^ {2}→ .*remote\.zip \(archive, [\d.]+ k?B\)$/));
        expect(result.archive?.path).toMatch(/remote\.zip$/);
    });

    it('calls the game\'s subpackage of the lean layout what it is', async () => {
        const named = async (options: Readonly<Record<string, unknown>>, language: 'en' | 'zh'): Promise<string[]> => (await linesOf(options, language)).lines.filter((line) => /subpackage|game package|分包/.test(line)).map((line) => line.trim().replace(/ {2,}.*/, ''));
        expect(await named({ mainPackage: 'lean' }, 'en')).toEqual(['game package cocos-game', 'subpackage sub']);
        expect(await named({ mainPackage: 'lean' }, 'zh')).toEqual(['游戏分包 cocos-game', '分包 sub']);
        expect(await named({}, 'en')).toEqual(['subpackage sub']);
    });

    it.each(['en', 'zh'] as const)('its columns are in line on a terminal (%s)', async (language) => {
        const { lines } = await linesOf({}, language);
        const ends = lines.filter((line) => /^ {2}[^→]/.test(line)).map((line) => stringWidth(/^.*? [\d.]+ (B|kB|MB)/.exec(line)?.[0] ?? ''));
        expect(ends.length).toBeGreaterThan(3);
        expect(new Set(ends).size).toBe(1);
    });
});
