/** What SystemJS hands over for a module: dependencies and the function that declares it. */
type Registration = readonly unknown[];

/** The parts of SystemJS' loader (with its named-register extra) that `warmup` builds on. */
export interface SystemLoader {
    /** Registrations by module name, until they are instantiated. */
    registerRegistry: Record<string, Registration | null>;
    resolve(id: string, parentUrl?: string): string;
    instantiate(url: string, parentUrl?: string): Registration | Promise<Registration>;
    getRegister(url?: string): Registration;
    import(id: string, parentUrl?: string): Promise<unknown>;
    warmup?(request: WarmupRequest): void;
}

/** Runs the file behind a URL; the file calls `System.register`. It is given the URL without its scheme. */
export type ModuleHandler = (urlWithoutScheme: string) => unknown;

export interface WarmupRequest {
    readonly importMap: { readonly imports?: Readonly<Record<string, string>> };
    /** Where the import map stands, relative to the package root: its relative addresses start there. */
    readonly importMapUrl: string;
    /** Loads files of the package: `'/cocos-js/cc.js'`. */
    readonly defaultHandler: ModuleHandler;
    /** Loads URLs of other schemes, by scheme with its colon: `'project:'`. */
    readonly handlers?: Readonly<Record<string, ModuleHandler>>;
}

/** The scheme of addresses inside the package. */
const packageScheme = 'no-schema:';
const packageRoot = `${packageScheme}/`;
const schemePattern = /^[A-Za-z][\w+.-]*:/;

/**
 * Adds `System.warmup`: from then on addresses are package paths instead of web addresses, and files run through the
 * handlers instead of script tags.
 */
export function installWarmup(system: SystemLoader): void {
    system.warmup = ({ importMap, importMapUrl, defaultHandler, handlers }) => {
        const imports = new Map<string, string>();
        const mapAddress = resolveAddress(importMapUrl, packageRoot);
        const addresses = importMap.imports ?? {};
        for (const id of Object.keys(addresses)) imports.set(id, resolveAddress(addresses[id] ?? id, mapAddress));

        const schemes: Record<string, ModuleHandler> = { ...handlers, [packageScheme]: defaultHandler };
        const instantiateNamed = system.instantiate;

        system.resolve = (id, parentUrl) => {
            const mapped = imports.get(id);
            if (mapped !== undefined) return mapped;
            // A named module stays in the registry, without its registration once it is instantiated.
            if (id in system.registerRegistry) return id;
            if (schemePattern.test(id) || /^\.{0,2}\//.test(id)) return resolveAddress(id, parentUrl ?? packageRoot);
            throw new Error(`No module is named "${id}"${parentUrl === undefined ? '' : `, which ${parentUrl} imports`}.`);
        };
        system.instantiate = function (url, parentUrl) {
            if (this.registerRegistry[url]) return instantiateNamed.call(this, url, parentUrl);
            const scheme = schemePattern.exec(url)?.[0] ?? '';
            const handler = schemes[scheme];
            if (!handler) throw new Error(`Nothing loads "${url}": no handler for the scheme "${scheme}".`);
            return Promise.resolve(handler(url.slice(scheme.length))).then(() => this.getRegister(url));
        };
    };
}

/** Resolves `./`, `../` and `/` against the address of the importing file; a full address stays as it is. */
export function resolveAddress(address: string, parent: string): string {
    if (schemePattern.test(address)) return address;
    const scheme = schemePattern.exec(parent)?.[0] ?? packageScheme;
    const folder = parent.slice(scheme.length, parent.lastIndexOf('/') + 1);
    const segments: string[] = [];
    for (const segment of (address.startsWith('/') ? address : folder + address).split('/')) {
        if (segment === '..') segments.pop();
        else if (segment !== '.' && segment !== '') segments.push(segment);
    }
    return `${scheme}/${segments.join('/')}`;
}
