import { cpSync, existsSync, rmSync } from 'node:fs';
import path from 'node:path';

/** `this.buildTemplate` of the Cocos CLI (host contract 5). */
export class BuildTemplate {
    readonly map: Record<string, { path: string; url: string }> = {};
    private readonly folders: readonly string[];

    constructor(project: string, taskName: string) {
        this.folders = [...new Set([taskName, 'alipay-mini-game', 'common'])].map((name) => path.join(project, 'build-templates', name)).filter((folder) => existsSync(folder));
        this.initUrl('application.ejs', 'application');
    }

    get isEnable(): boolean {
        return this.folders.length > 0;
    }

    findFile(relativePath: string): string {
        return this.folders.map((folder) => path.join(folder, relativePath)).find((file) => existsSync(file)) ?? '';
    }

    initUrl(relativePath: string, name = path.parse(relativePath).name): string | undefined {
        const file = this.findFile(relativePath);
        if (file === '') return undefined;
        this.map[name] = { path: file, url: relativePath };
        return file;
    }

    query(name: string): string | undefined {
        return this.map[name]?.path;
    }

    /** The most specific folder wins; registered files do not stay in the output. */
    copyTo(output: string): void {
        for (const folder of [...this.folders].reverse()) cpSync(folder, output, { recursive: true });
        for (const { url } of Object.values(this.map)) rmSync(path.join(output, url), { force: true });
    }
}
