import path from 'node:path';
import { extensionKey, optionTable, platformKey } from '../../options';

/** What of a machine a recording must not show, and what stands for it. */
export interface RecordedPlaces {
    /** The build's output folder: `$OUT`. */
    readonly output?: string | undefined;
    /** `$PROJECT` */
    readonly project?: string | undefined;
    /** `$ENGINE` */
    readonly engine?: string | undefined;
    /** What who is logged in is called: `$USER`, wherever it is a word of a name. */
    readonly users?: readonly string[] | undefined;
}

/** Names that are part of every build, and of some accounts too. */
const commonNames = new Set(['main', 'internal', 'resources', 'assets', 'import', 'native', 'remote', 'root', 'user', 'build', 'game', 'cocos', 'index', 'config', 'settings', 'bundle', 'admin']);

/** Addresses as people have them. Names such as `logo@2x.png` and `@scope/name` are none. */
const mailAddresses = /[\w.+-]+@[a-z][a-z0-9-]*(?:\.[a-z0-9-]+)*\.(?:com|cn|net|org|edu|gov|io|me|dev)(?![a-z0-9])/gi;

/** Takes mail addresses and the user's names out of a text. Names too short or too common to be told from other words stay. */
export function redactPeople(text: string, { users = [] }: RecordedPlaces): string {
    return users.filter(isTelling).reduce(
        (rest, user) => rest.replace(new RegExp(`(?<![A-Za-z0-9])${user.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![A-Za-z0-9])`, 'gi'), '$USER'),
        text.replace(mailAddresses, '$MAIL'),
    );
}

/** Two letters are a whole name in Chinese, and a part of many words in Latin. */
function isTelling(user: string): boolean {
    return user.length >= (/^[\x20-\x7e]*$/.test(user) ? 4 : 2) && !commonNames.has(user.toLowerCase());
}

/** A host's path as a recording shows it: below one of the known places, with forward slashes. No other path is told. */
export function redactPath(written: string, places: RecordedPlaces): string {
    const given = toSlashes(written);
    if (given === '') return '';
    for (const [mark, place] of [['$OUT', places.output], ['$PROJECT', places.project], ['$ENGINE', places.engine]] as const) {
        if (place === undefined || place === '') continue;
        const root = toSlashes(place).replace(/\/+$/, '');
        if (given === root || given.startsWith(`${root}/`)) return mark + given.slice(root.length);
    }
    return '$ELSEWHERE';
}

/** Whether a text is a name of a built file or bundle: relative, or with the scheme of the project. No address, no absolute path. */
export function isBuiltName(text: string): boolean {
    return /^(project:\/\/\/?)?[\w$@.][\w$@./-]*$/.test(text);
}

function toSlashes(name: string): string {
    return name.split(path.win32.sep).join('/');
}

/** The keys of an object that read as names; how many others there are. */
export function describeKeys(value: unknown): string {
    const keys = typeof value === 'object' && value !== null ? Object.keys(value) : [];
    const names = keys.filter((key) => /^[A-Za-z_$][\w$-]{0,40}$/.test(key));
    return `${keys.length}: ${names.sort().join(',')}`;
}

/** Our own options in the hosts' two places. A text that a person wrote is never shown, only whether there is one. */
export function describeOurOptions(packages: unknown): Record<string, Record<string, unknown>> {
    const described: Record<string, Record<string, unknown>> = {};
    for (const section of [platformKey, extensionKey]) {
        const values = valueAt(packages, section);
        if (typeof values !== 'object' || values === null) continue;
        described[section] = {};
        for (const [name, { value }] of Object.entries(optionTable)) {
            const given = valueAt(values, name);
            if (given !== undefined) described[section]![name] = describeValue(given, value.type === 'choice' ? value.choices : []);
        }
    }
    return described;
}

function describeValue(value: unknown, choices: readonly string[]): unknown {
    if (typeof value === 'boolean' || typeof value === 'number' || value === null || value === '') return value;
    if (typeof value === 'string') return choices.includes(value) ? value : '<text>';
    return Array.isArray(value) ? `<list of ${value.length}>` : `<${typeof value}>`;
}

/** A property of an unknown value, its own or one of its class. */
export function valueAt(holder: unknown, key: string): unknown {
    return typeof holder === 'object' && holder !== null && !(key in Object.prototype) ? (holder as Readonly<Record<string, unknown>>)[key] : undefined;
}
