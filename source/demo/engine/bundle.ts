import { readPackageJson, type Settings } from './settings';

/** A bundle whose scripts ran and whose files can be addressed. */
export interface Bundle {
    readonly name: string;
    /** What its entry module exports. */
    readonly exports: Readonly<Record<string, unknown>>;
    /** The address of one of its files: of the package, or of the resource server. */
    urlOf(path: string): string;
}

interface LoadSubpackageRequest {
    readonly name: string;
    readonly success: () => void;
    readonly fail: (error: { readonly errorMessage?: string } | undefined) => void;
}

declare const System: { import(id: string): Promise<Record<string, unknown>> };

/** Loads a bundle from where the settings say it is: the package, a subpackage, or the resource server. */
export async function loadBundle(name: string, { assets }: Settings): Promise<Bundle> {
    let base = `assets/${name}/`;
    let script = `/${base}index.js`;
    if (assets.subpackages.indexOf(name) >= 0) {
        base = `subpackages/${name}/`;
        script = '';
        await loadSubpackage(name);
    } else if (assets.remoteBundles.indexOf(name) >= 0) {
        base = `${assets.server}remote/${name}/`;
        script = `/src/bundle-scripts/${name}/index.js`;
    }
    if (script !== '') await System.import(script);
    const exports = await System.import(`virtual:///prerequisite-imports/${name}`);
    await (base.indexOf('://') >= 0 ? readRemoteJson(`${base}config.json`) : readPackageJson(`${base}config.json`));
    return { name, exports, urlOf: (path) => base + path };
}

function loadSubpackage(name: string): Promise<void> {
    const { my: host } = window as unknown as { my?: { loadSubpackage?(request: LoadSubpackageRequest): void } };
    return new Promise((resolve, reject) => {
        if (!host?.loadSubpackage) {
            reject(new Error('This client has no subpackages (my.loadSubpackage is missing).'));
            return;
        }
        host.loadSubpackage({ name, success: resolve, fail: (error) => reject(new Error(error?.errorMessage ?? `subpackage "${name}" did not load`)) });
    });
}

function readRemoteJson(url: string): Promise<unknown> {
    return new Promise((resolve, reject) => {
        const request = new XMLHttpRequest();
        request.open('GET', url);
        request.onload = () => {
            if (request.status >= 200 && request.status < 300) resolve(JSON.parse(request.responseText));
            else reject(new Error(`${url} answered ${request.status}`));
        };
        request.onerror = () => reject(new Error(`${url} cannot be reached`));
        request.send();
    });
}
