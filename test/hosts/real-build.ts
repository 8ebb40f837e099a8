import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { writeFile } from './write-files';

interface ListedFile {
    readonly path: string;
    readonly bytes: number;
    /** Whether the file itself is there; JavaScript and source maps are not. */
    readonly included: boolean;
}

/** Copies the data of a recorded build and fills in what is missing: stand-in modules of the listed sizes. */
export function writeRealBuild(recorded: string, folder: string): void {
    const files = JSON.parse(readFileSync(`${recorded}.tree.json`, 'utf8')) as ListedFile[];
    cpSync(recorded, folder, { recursive: true });
    const engine = files.find((file) => /^cocos-js\/cc(\.\w+)?\.js$/.test(file.path))?.path ?? '';
    for (const file of files) if (!file.included) writeFile(folder, file.path, standIn(file.path, engine).padEnd(file.bytes, ' '));
}

function standIn(file: string, engine: string): string {
    if (file.endsWith('.map')) return '{"version":3}';
    if (/^src\/import-map\./.test(file)) return `exports.default = { imports: { cc: './../${engine}' } };`;
    if (/(^|\/)index(\.\w+)?\.js$/.test(file)) return `System.register("virtual:///prerequisite-imports/${path.posix.basename(path.posix.dirname(file))}",[],function(){return{}});`;
    return 'System.register([],function(){return{}});';
}
