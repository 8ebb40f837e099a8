// What ships of other people's packages: its licences, and whether npm audits and installs the right ones.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readJsonSync } from 'fs-extra';
import type { BuiltFiles } from '../../build.mjs';

interface Dependent {
    readonly dependencies?: Readonly<Record<string, string>>;
}

interface LockFile {
    /** By folder; `dev` where only development needs the package. */
    readonly packages: Readonly<Record<string, { readonly dev?: boolean }>>;
}

/**
 * Whether each package whose code came along has its licence beside it.
 * @param root the project, and @param bundled the folders of these packages in it.
 */
export function findLicenceFaults(folder: string, root: string, bundled: readonly string[]): string[] {
    const file = 'dist/THIRD-PARTY-LICENSES.txt';
    const licences = existsSync(path.join(folder, file)) ? readFileSync(path.join(folder, file), 'utf8').split('\n') : [];
    return bundled.flatMap((place) => {
        const { name, version, license } = JSON.parse(readFileSync(path.join(root, place, 'package.json'), 'utf8')) as Record<string, string>;
        return licences.includes(`${name} ${version} (${license})`) ? [] : [`${file} has nothing about ${name} ${version}, whose code is in dist/.`];
    });
}

/** Whether exactly these packages are to be installed beside the product. */
export function findDependencyFaults(folder: string, installed: readonly string[]): string[] {
    const named = Object.keys(readDependencies(folder)).sort().join(', ');
    const wanted = [...installed].sort().join(', ');
    return named === wanted ? [] : [`package.json asks to install "${named}", it should be "${wanted}".`];
}

/**
 * Whether the project lists as dependencies what ships, bundled or installed, and nothing else: `npm audit --omit=dev`
 * looks at those alone.
 */
export function findListingFaults(root: string, { bundled, external }: Pick<BuiltFiles, 'bundled' | 'external'>): string[] {
    const { packages } = readJsonSync(path.join(root, 'package-lock.json')) as LockFile;
    const unaudited = bundled.filter((place) => packages[place] === undefined || packages[place].dev === true);
    const unused = Object.keys(readDependencies(root)).filter((name) => !bundled.includes(`node_modules/${name}`) && !external.includes(name));
    return [
        ...unaudited.map((place) => `package.json: ${place} ships, but npm takes it for a tool of development and does not audit it: list it under "dependencies".`),
        ...unused.map((name) => `package.json: nothing of ${name} ships: list it under "devDependencies".`),
    ];
}

function readDependencies(folder: string): Readonly<Record<string, string>> {
    return (readJsonSync(path.join(folder, 'package.json'), { throws: false }) as Dependent | null)?.dependencies ?? {};
}
