import { createHash } from 'node:crypto';
import { existsSync, promises as fs } from 'node:fs';
import path from 'node:path';
import { zipSync } from 'fflate';

/** A build with its remote bundles changed; the original stays. @returns what was done, or undefined where there was nothing to do. */
export type Derive = (build: string, to: string) => Promise<string | undefined>;

/** Makes every remote bundle a zip, as the engine's build tools do for the compression type "zip". */
export const zipRemoteBundles: Derive = async (build, to) => {
    await copyBuild(build, to);
    let zipped = 0;
    for (const bundle of await listRemoteBundles(to)) {
        if (bundle.config['isZip'] === true) continue;
        const entries: Record<string, Uint8Array> = {};
        for (const part of ['import', 'native']) {
            for (const file of await listFiles(path.join(bundle.directory, part))) {
                entries[`res/${part}/${file}`] = await fs.readFile(path.join(bundle.directory, part, file));
            }
            await fs.rm(path.join(bundle.directory, part), { recursive: true, force: true });
        }
        const zip = zipSync(entries, { level: 6 });
        const zipVersion = bundle.version === '' ? '' : shortHash(zip);
        await fs.writeFile(path.join(bundle.directory, withVersion('res', zipVersion, 'zip')), zip);
        await writeConfig(to, bundle, { ...bundle.config, isZip: true, zipVersion });
        zipped++;
    }
    return zipped === 0 ? undefined : `${zipped} remote bundles zipped`;
};

/** Gives every remote bundle a new version in which one native file has a new md5, as a change of one picture does. */
export const renewRemoteBundles: Derive = async (build, to) => {
    await copyBuild(build, to);
    const renewed: string[] = [];
    for (const bundle of await listRemoteBundles(to)) {
        const { versions } = bundle.config as { versions?: { native?: (string | number)[] } };
        const hash = versions?.native?.[1];
        if (bundle.version === '' || bundle.config['isZip'] === true || typeof hash !== 'string') continue;
        const next = shortHash(Buffer.from(`${hash} of the next version`)).slice(0, hash.length);
        const native = path.join(bundle.directory, 'native');
        const files = await listFiles(native);
        const old = files.filter((file) => file.includes(`.${hash}.`) || file.includes(`.${hash}/`));
        if (old.length === 0) continue;
        for (const file of old) {
            const target = path.join(native, file.replace(`.${hash}`, `.${next}`));
            await fs.mkdir(path.dirname(target), { recursive: true });
            await fs.rename(path.join(native, file), target);
        }
        const native2 = versions!.native!.map((value, index) => (index === 1 ? next : value));
        await writeConfig(to, bundle, { ...bundle.config, versions: { ...versions, native: native2 } });
        renewed.push(`${bundle.name} ${old[0]!}`);
    }
    return renewed.length === 0 ? undefined : `new md5 for ${renewed.join(', ')}`;
};

interface RemoteBundle {
    readonly name: string;
    readonly directory: string;
    /** '' without md5. */
    readonly version: string;
    readonly config: Readonly<Record<string, unknown>>;
}

async function copyBuild(build: string, to: string): Promise<void> {
    await fs.rm(to, { recursive: true, force: true });
    await fs.cp(build, to, { recursive: true });
}

async function listRemoteBundles(build: string): Promise<readonly RemoteBundle[]> {
    const remote = path.join(build, 'remote');
    const bundles: RemoteBundle[] = [];
    for (const name of existsSync(remote) ? (await fs.readdir(remote)).sort() : []) {
        const directory = path.join(remote, name);
        const file = (await fs.readdir(directory).catch((): string[] => [])).find((entry) => /^config(\.[0-9a-f]{5,32})?\.json$/.test(entry));
        if (file === undefined) continue;
        const config = JSON.parse(await fs.readFile(path.join(directory, file), 'utf8')) as Record<string, unknown>;
        bundles.push({ name, directory, version: file.split('.').length === 3 ? file.split('.')[1]! : '', config });
    }
    return bundles;
}

/** Writes the config under the version that its content has, and lets script and settings follow. */
async function writeConfig(build: string, bundle: RemoteBundle, config: object): Promise<void> {
    const text = JSON.stringify(config);
    const version = bundle.version === '' ? '' : shortHash(Buffer.from(text)).slice(0, bundle.version.length);
    await fs.rm(path.join(bundle.directory, withVersion('config', bundle.version, 'json')));
    await fs.writeFile(path.join(bundle.directory, withVersion('config', version, 'json')), text);
    if (version === bundle.version) return;
    for (const folder of [bundle.directory, path.join(build, 'src', 'bundle-scripts', bundle.name)]) {
        const script = path.join(folder, withVersion('index', bundle.version, 'js'));
        if (existsSync(script)) await fs.rename(script, path.join(folder, withVersion('index', version, 'js')));
    }
    const settings = (await fs.readdir(path.join(build, 'src'))).filter((name) => /^settings(\.[0-9a-f]{5,32})?\.json$/.test(name));
    for (const name of settings) {
        const file = path.join(build, 'src', name);
        const value = JSON.parse(await fs.readFile(file, 'utf8')) as { assets?: { bundleVers?: Record<string, string> } };
        if (value.assets?.bundleVers?.[bundle.name] === undefined) continue;
        value.assets.bundleVers[bundle.name] = version;
        await fs.writeFile(file, JSON.stringify(value));
    }
}

function withVersion(name: string, version: string, extension: string): string {
    return version === '' ? `${name}.${extension}` : `${name}.${version}.${extension}`;
}

function shortHash(bytes: Uint8Array): string {
    return createHash('md5').update(bytes).digest('hex').slice(0, 5);
}

/** Paths with `/`, below the folder; none for a folder that is not there. */
async function listFiles(folder: string, prefix = ''): Promise<readonly string[]> {
    const entries = await fs.readdir(path.join(folder, prefix), { withFileTypes: true }).catch(() => []);
    const lists = await Promise.all(entries.map((entry) => {
        const name = `${prefix}${entry.name}`;
        return entry.isDirectory() ? listFiles(folder, `${name}/`) : Promise.resolve([name]);
    }));
    return lists.flat().sort();
}
