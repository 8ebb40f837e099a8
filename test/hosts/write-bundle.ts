import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../environment/registry';
import type { ProjectBundle } from './project';
import { shortHash, withHash, writeFile } from './write-files';

/** The archive of a zip bundle: one stored import file. */
const resZip = path.join(projectRoot, 'test', 'fixtures', 'res.zip');

/** Where a host writes a bundle, and how. Paths are relative to the output folder. */
export interface BundleTarget {
    readonly name: string;
    readonly root: string;
    readonly script: string;
    readonly isZip: boolean;
    /** The script of a subpackage is never renamed (host contract 3). */
    readonly keepScriptName: boolean;
    readonly debug: boolean;
    readonly md5: boolean;
    readonly sourceMaps: boolean;
}

export interface WrittenBundle {
    readonly version: string;
    /** Where the script ended up, relative to the output folder. */
    readonly script: string;
}

/** Writes a bundle's files as both hosts do: data, script, config, each with md5 where that is on. */
export function writeBundle(output: string, bundle: ProjectBundle, target: BundleTarget): WrittenBundle {
    const uuids: string[] = [];
    const versions = { import: [] as (number | string)[], native: [] as (number | string)[] };
    const data = new Map<string, string | Uint8Array>();
    const addImport = (uuid: string, content: string | Uint8Array): void => {
        const hash = shortHash(content);
        if (target.md5) versions.import.push(uuids.length, hash);
        uuids.push(uuid);
        const file = `import/${uuid.slice(0, 2)}/${uuid}.json`;
        data.set(target.md5 ? withHash(file, hash) : file, content);
    };
    for (const [uuid, content] of Object.entries(bundle.imports)) addImport(uuid, content);
    for (const [name, content] of Object.entries(bundle.natives)) {
        const hash = shortHash(content);
        const [folder, inner] = name.split('/');
        if (target.md5) versions.native.push(uuids.length, hash);
        // What the native file belongs to: every asset is described by an import file.
        addImport(name.replace(/[./].*$/, ''), JSON.stringify([1, [name]]));
        const file = `native/${name.slice(0, 2)}/${name}`;
        const hashedFile = inner === undefined ? withHash(file, hash) : `native/${name.slice(0, 2)}/${folder}.${hash}/${inner}`;
        data.set(target.md5 ? hashedFile : file, content);
    }

    let zipVersion: string | undefined;
    if (target.isZip) {
        const bytes = readFileSync(resZip);
        zipVersion = target.md5 ? shortHash(bytes) : '';
        writeFile(output, path.posix.join(target.root, target.md5 ? withHash('res.zip', zipVersion) : 'res.zip'), bytes);
    } else {
        for (const [file, content] of data) writeFile(output, path.posix.join(target.root, file), content);
    }

    const config = {
        importBase: 'import', nativeBase: 'native', name: target.name, deps: [], uuids, paths: {}, scenes: {}, packs: {}, versions,
        redirect: [], debug: target.debug, extensionMap: {}, hasPreloadScript: true, dependencyRelationships: {}, types: [],
        ...(zipVersion === undefined ? {} : { isZip: true, zipVersion }),
    };
    const text = target.debug ? JSON.stringify(config, null, 4) : JSON.stringify(config);
    const version = target.md5 ? shortHash(text + bundle.script) : '';
    writeFile(output, path.posix.join(target.root, version === '' ? 'config.json' : withHash('config.json', version)), text);

    const script = version === '' || target.keepScriptName ? target.script : withHash(target.script, version);
    const entry = `System.register("virtual:///prerequisite-imports/${target.name}", [], function () { return { execute: function () { ${bundle.script} } }; });\n`;
    writeFile(output, script, target.sourceMaps ? `${entry}//# sourceMappingURL=index.js.map\n` : entry);
    if (target.sourceMaps) writeFile(output, `${target.script}.map`, JSON.stringify({ version: 3, sources: [`${target.name}.ts`], mappings: '' }));
    return { version, script };
}
