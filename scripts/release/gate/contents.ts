// What can be said of an unpacked archive without running it.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { listFiles } from '../contents';
import type { ProductFiles } from '../archives';

interface InstalledManifest {
    readonly main?: string;
    readonly types?: string;
    readonly bin?: Readonly<Record<string, string>>;
    readonly contributions?: { readonly builder?: string };
    readonly contributes?: { readonly builder?: { readonly config?: string; readonly hooks?: string } };
}

/** What the extension may weigh: it is downloaded by hand, and unpacked by an editor. */
const extensionBytesLimit = 1_500_000;

/** @param bytes of the zip. */
export function findSizeFaults(name: string, bytes: number): string[] {
    return bytes <= extensionBytesLimit ? [] : [`${name} has ${bytes.toLocaleString('en')} bytes, more than ${extensionBytesLimit.toLocaleString('en')}.`];
}

/** Whether an unpacked archive holds the files it was made of, unchanged, and no others. */
export function findContentFaults(folder: string, files: ProductFiles): string[] {
    const found = new Set(listFiles(folder));
    const faults = [...found].filter((file) => file !== 'package.json' && !files.has(file)).map((file) => `${file} does not belong in a release.`);
    for (const [file, from] of files) {
        if (!found.has(file)) faults.push(`${file} is missing.`);
        else if (!readFileSync(path.join(folder, file)).equals(readFileSync(from))) faults.push(`${file} is not what it was before.`);
    }
    if (!found.has('package.json')) faults.push('package.json is missing at the top of the archive.');
    return faults;
}

/** Whether everything that a manifest or a document points at is there. */
export function findReferenceFaults(folder: string): string[] {
    return [...findManifestFaults(folder), ...findTextFaults(folder), ...findLinkFaults(folder)];
}

/** What Creator's manual requires of an extension ("Definition of Extension"). */
const keysOfExtensions = ['name', 'version', 'package_version', 'scripts'];

function findManifestFaults(folder: string): string[] {
    const manifest = readManifest(folder);
    const { main, types, bin = {}, contributions, contributes } = manifest;
    const named = Object.entries({
        'main': main,
        'types': types,
        'contributions.builder': contributions?.builder,
        'contributes.builder.config': contributes?.builder?.config,
        'contributes.builder.hooks': contributes?.builder?.hooks,
        ...Object.fromEntries(Object.entries(bin).map(([name, file]) => [`bin.${name}`, file])),
    });
    const required = new Set(['main', 'contributions.builder', 'contributes.builder.config', 'contributes.builder.hooks']);
    return [
        ...keysOfExtensions.filter((key) => !(key in manifest)).map((key) => `package.json: ${key} is missing.`),
        ...named.flatMap(([key, file]) => {
            if (file === undefined) return required.has(key) ? [`package.json: ${key} is missing.`] : [];
            return existsSync(path.join(folder, file)) || existsSync(path.join(folder, `${file}.js`)) ? [] : [`package.json: ${key} names ${file}, which is not in the archive.`];
        }),
    ];
}

/** Both hosts look texts up in i18n/: Creator under the extension's name, the CLI under the platform's. */
function findTextFaults(folder: string): string[] {
    const manifest = readFileSync(path.join(folder, 'package.json'), 'utf8');
    const keys = [...manifest.matchAll(/"i18n:cocos-alipay-mini-game\.([\w.]+)"/g)].map(([, key = '']) => key);
    return ['en', 'zh'].flatMap((language) => {
        const file = `i18n/${language}.js`;
        const texts = existsSync(path.join(folder, file)) ? readFileSync(path.join(folder, file), 'utf8') : '';
        return keys.filter((key) => !texts.includes(`"${key}":`)).map((key) => `package.json: ${file} has no text for i18n:cocos-alipay-mini-game.${key}.`);
    });
}

/** Links of the documents to files beside them; addresses and anchors are not looked at. */
function findLinkFaults(folder: string): string[] {
    const documents = listFiles(folder).filter((file) => file.endsWith('.md'));
    return documents.flatMap((document) => {
        const text = readFileSync(path.join(folder, document), 'utf8').replace(/^```[^]*?^```/gm, '');
        const targets = [...text.matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)/g)].map(([, target = '']) => target).filter((target) => !/^\w+:/.test(target));
        return [...new Set(targets)]
            .filter((target) => !existsSync(path.join(folder, path.dirname(document), decodeURIComponent(target))))
            .map((target) => `${document} links to ${target}, which is not in the archive.`);
    });
}

function readManifest(folder: string): InstalledManifest {
    const file = path.join(folder, 'package.json');
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as InstalledManifest) : {};
}
