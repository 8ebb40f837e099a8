import { Blob } from './blob';
import { DOMException } from './dom-exception';

/** What is given out as it is: nobody can change it. */
const isFixed = (value: unknown): boolean => typeof value !== 'object' || value === null || value instanceof Blob;

const tagOf = (value: object): string => Object.prototype.toString.call(value).slice(8, -1);

const errorClasses: Readonly<Record<string, ErrorConstructor>> = {
    Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError,
};

/**
 * `structuredClone` for a host without one: data, with what refers to itself. Nothing is transferred: there is nobody
 * to give it to.
 * @throws a `DataCloneError` for functions, symbols, and what is more than data.
 */
export function structuredClone(value: unknown): unknown {
    const made = new Map<object, unknown>();
    const keep = <Made>(from: object, copy: Made): Made => {
        made.set(from, copy);
        return copy;
    };
    const fail = (what: unknown): never => {
        throw new DOMException(`structuredClone: ${String(what)} cannot be cloned`, 'DataCloneError');
    };
    const copyFields = (from: object, to: object): object => {
        for (const name of Object.keys(from)) {
            const value = clone((from as Record<string, unknown>)[name]);
            // Defined, not assigned: a name may be that of a setter.
            Object.defineProperty(to, name, { value, configurable: true, enumerable: true, writable: true });
        }
        return to;
    };
    const cloneError = (error: Error): Error => {
        const copy = keep(error, new (errorClasses[error.name] || Error)(error.message));
        Object.defineProperty(copy, 'stack', { value: error.stack, configurable: true, writable: true });
        return copy;
    };
    const clone = (from: unknown): unknown => {
        if (typeof from === 'function' || typeof from === 'symbol') return fail(from);
        if (isFixed(from)) return from;
        const object = from as object;
        if (made.has(object)) return made.get(object);
        if (ArrayBuffer.isView(object)) {
            const { byteOffset, byteLength } = object;
            const View = object.constructor as new (buffer: unknown, at: number, length: number) => ArrayBufferView;
            const size = (View as unknown as { BYTES_PER_ELEMENT?: number }).BYTES_PER_ELEMENT || 1;
            return keep(object, new View(clone(object.buffer), byteOffset, byteLength / size));
        }
        const { source, flags } = object as RegExp;
        switch (tagOf(object)) {
            case 'Array': {
                const copy = keep(object, [] as unknown[]);
                copy.length = (object as unknown[]).length;
                return copyFields(object, copy);
            }
            case 'ArrayBuffer': return keep(object, (object as ArrayBuffer).slice(0));
            case 'Boolean': case 'Number': case 'String': case 'BigInt':
                return keep(object, Object((object as { valueOf(): unknown }).valueOf()));
            case 'Date': return keep(object, new Date(+(object as Date)));
            case 'Error': return cloneError(object as Error);
            case 'Map': {
                const copy = keep(object, new Map<unknown, unknown>());
                Array.from(object as Map<unknown, unknown>).forEach(([key, one]) => copy.set(clone(key), clone(one)));
                return copy;
            }
            case 'RegExp': return keep(object, new RegExp(source, flags));
            case 'Set': {
                const copy = keep(object, new Set<unknown>());
                Array.from(object as Set<unknown>).forEach((one) => copy.add(clone(one)));
                return copy;
            }
            case 'DOMException': return keep(object, new DOMException((object as Error).message, (object as Error).name));
            case 'Object': return copyFields(object, keep(object, {}));
            default: return fail(tagOf(object));
        }
    };
    return clone(value);
}
