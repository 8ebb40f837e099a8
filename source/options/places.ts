import { extensionKey, platformKey, type OptionHost } from './row';

/** One object in a host's options that may hold values of ours. */
export interface OptionPlace {
    readonly kind: 'common' | 'section';
    /** Key path from the host's options, in words for a problem's `where`; '' is the options object itself. */
    readonly where: string;
    /** Whether every key here is ours, so that an unknown one is a mistake. */
    readonly ours: boolean;
    readonly values: Readonly<Record<string, unknown>>;
}

export interface FoundPlaces {
    readonly places: readonly OptionPlace[];
    /** Key paths at which something else than an object stands, with what stands there. */
    readonly misshapen: readonly { readonly where: string; readonly value: unknown }[];
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Finds the places of a host's options that may hold our values, the most specific first: our section, the
 * platform's section, the common options. In Creator the platform's section belongs to the built-in platform,
 * on the CLI it is ours (host contract 1).
 */
export function findPlaces(host: OptionHost, hostOptions: unknown): FoundPlaces {
    const places: OptionPlace[] = [];
    const misshapen: { where: string; value: unknown }[] = [];
    if (!isRecord(hostOptions)) {
        if (hostOptions !== undefined) misshapen.push({ where: 'options', value: hostOptions });
        return { places, misshapen };
    }
    const packages = hostOptions['packages'];
    if (isRecord(packages)) {
        for (const [key, ours] of [[extensionKey, true], [platformKey, host === 'cocos-cli']] as const) {
            const values = packages[key];
            const where = `packages.${key}`;
            if (isRecord(values)) places.push({ kind: 'section', where, ours, values });
            else if (values !== undefined) misshapen.push({ where, value: values });
        }
    } else if (packages !== undefined) {
        misshapen.push({ where: 'packages', value: packages });
    }
    places.push({ kind: 'common', where: '', ours: false, values: hostOptions });
    return { places, misshapen };
}

/** The key path of a value, for a problem's `where`. */
export function pathIn(place: OptionPlace, keys: readonly (string | number)[]): string {
    return [...(place.where === '' ? [] : [place.where]), ...keys].join('.');
}
