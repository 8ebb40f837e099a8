/**
 * What the host model asks of its environment, for a JavaScript engine alone: `jsc` has ECMAScript, and of the rest next to
 * nothing; what Node has besides is not used. Loaded before anything else.
 */
import { atob, btoa } from '../../../source/runtime/web-adapter/bom/base64';
import { TextDecoder, TextEncoder } from '../../../source/runtime/web-adapter/bom/text-encoding';

/** What both have; Node is given its `print`. */
export interface Shell {
    print(line: string): void;
    setTimeout(action: () => void, ms: number): unknown;
    setImmediate?(action: () => void): unknown;
    /** JSON of an `Input`. */
    readonly givenInput: string;
}
/** Taken once: it is hidden from the game later. */
export const { print, setTimeout, setImmediate = (action) => setTimeout(action, 0), givenInput } = globalThis as unknown as Shell;

let lines: string[] = [];
const logAs = (level: string) => (...values: readonly unknown[]): void => { lines.push(`${level}: ${values.map(String).join(' ')}`); };

/** The lines that were logged since the last call. */
export function takeConsoleLines(): string[] {
    const taken = lines;
    lines = [];
    return taken;
}

let seed = 1;

/** Every scenario draws the same random numbers. */
export function resetRandom(): void {
    seed = 1;
}

Math.random = () => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    return seed / 0x80000000;
};

Object.assign(globalThis, {
    atob, btoa, TextDecoder, TextEncoder, setImmediate,
    console: { log: logAs('log'), info: logAs('info'), warn: logAs('warn'), error: logAs('error'), debug: logAs('debug') },
});

/** ECMAScript's own names, of this engine. */
const isOfLanguage = (name: string): boolean => name === 'globalThis' || name === 'undefined' || /^(NaN|Infinity|eval|is(NaN|Finite)|parse(Int|Float)|(en|de)codeURI(Component)?|(un)?escape|[A-Z]\w+)$/.test(name);

/**
 * Takes away what a phone's engine has not, so that a game sees the host's global object and ECMAScript's own names alone.
 * The host model has taken what it needs by then.
 */
export function hideEnvironment(): void {
    for (const name of Object.getOwnPropertyNames(globalThis)) {
        if (name !== 'console' && (!isOfLanguage(name) || /^Text(De|En)coder$/.test(name))) Reflect.deleteProperty(globalThis, name);
    }
}
