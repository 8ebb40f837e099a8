import type { HostSwitches } from '../../../platform';
import type { ContextKind, MyCanvas } from '../../../platform/my';
import { drawableOf } from './image';

type Method = (...args: unknown[]) => unknown;
type Context = Record<string, Method>;

/** Drawing calls that take an image. */
const imageCalls = ['drawImage', 'createPattern', 'texImage2D', 'texSubImage2D', 'texImage3D', 'texSubImage3D'];

const adapted = new WeakSet<object>();
/** The WebGL context of each canvas that has one. */
const contextOf = new WeakMap<MyCanvas, Context>();

/**
 * Makes a canvas of the environment behave as the host's: no `webgl2` where the host has none, host images can be drawn,
 * and uniform locations are numbers where the switch says so.
 */
export function adaptCanvas(canvas: MyCanvas, switches: HostSwitches): MyCanvas {
    const getContext = canvas.getContext.bind(canvas) as (kind: ContextKind, attributes?: object) => unknown;
    canvas.getContext = (kind, attributes) => {
        if (kind !== '2d' && kind !== 'webgl' && !(kind === 'webgl2' && switches.webgl2)) return null;
        const context = getContext(kind, attributes) as Context | null;
        if (!context || adapted.has(context)) return context;
        adapted.add(context);
        if (kind !== '2d') contextOf.set(canvas, context);
        acceptHostImages(context);
        if (kind !== '2d' && switches.uniformLocations === 'number') numberUniformLocations(context);
        return context;
    };
    return canvas;
}

/** Takes the WebGL context of an adapted canvas away, as far as the environment lets one. */
export function loseContext(canvas: MyCanvas): void {
    const loss = contextOf.get(canvas)?.['getExtension']?.('WEBGL_lose_context') as { loseContext(): void } | null | undefined;
    loss?.loseContext();
}

function acceptHostImages(context: Context): void {
    for (const name of imageCalls) {
        const original = context[name];
        if (typeof original !== 'function') continue;
        context[name] = (...args) => {
            // Without a copy for what is drawn most: textures from bytes, and canvases.
            for (let index = 0; index < args.length; index++) {
                const drawable = drawableOf(args[index]);
                if (drawable !== undefined) args[index] = drawable;
            }
            return original.apply(context, args);
        };
    }
}

/** 0 is a location like any other, -1 is an inactive uniform (platform facts 4.1 #5). */
function numberUniformLocations(context: Context): void {
    const locationsOf = new WeakMap<object, unknown[]>();
    let current: unknown[] = [];
    const ofProgram = (program: object): unknown[] => {
        let locations = locationsOf.get(program);
        if (!locations) locationsOf.set(program, locations = []);
        return locations;
    };
    const resolve = (locations: unknown[], location: unknown): unknown => (typeof location === 'number' ? locations[location] ?? null : location);

    const { getUniformLocation, useProgram, getUniform } = context as Record<'getUniformLocation' | 'useProgram' | 'getUniform', Method>;
    const numbers = new WeakMap<object, Map<string, number>>();
    context['getUniformLocation'] = (program, name) => {
        let known = numbers.get(program as object);
        if (!known) numbers.set(program as object, known = new Map());
        let number = known.get(String(name));
        if (number === undefined) {
            const location = getUniformLocation.call(context, program, name);
            number = location === null ? -1 : ofProgram(program as object).push(location) - 1;
            known.set(String(name), number);
        }
        return number;
    };
    context['useProgram'] = (program) => {
        current = program ? ofProgram(program as object) : [];
        return useProgram.call(context, program);
    };
    context['getUniform'] = (program, location) => getUniform.call(context, program, resolve(ofProgram(program as object), location));
    const linkProgram = context['linkProgram']!;
    context['linkProgram'] = (program) => {
        // Locations of an earlier link are void.
        numbers.delete(program as object);
        ofProgram(program as object).length = 0;
        return linkProgram.call(context, program);
    };
    for (const name in context) {
        if (!/^uniform(Matrix)?[1-4]/.test(name)) continue;
        const original = context[name]!;
        context[name] = (location, ...values) => original.call(context, resolve(current, location), ...values);
    }
}
