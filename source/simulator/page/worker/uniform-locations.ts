type ContextMethod = (this: object, ...values: unknown[]) => unknown;

interface ProgramLocations {
    readonly numbers: Map<string, number>;
    readonly locations: unknown[];
}

/**
 * Gives uniform locations as devices do: plain numbers, 0 valid and -1 inactive, each counted from 0 in its own
 * program (platform facts 4.1 #5). Code that tests a location for truth fails here as it does there.
 * @param scope where the contexts' constructors still are.
 */
export function numberUniformLocations(scope: object): void {
    const programs = new WeakMap<object, ProgramLocations>();
    const current = new WeakMap<object, object>();
    const own = (context: object, location: unknown): unknown => {
        if (typeof location !== 'number') return location;
        const program = current.get(context);
        return (program && programs.get(program)?.locations[location]) ?? null;
    };
    for (const owner of ['WebGLRenderingContext', 'WebGL2RenderingContext']) {
        const prototype = (scope as Readonly<Record<string, { readonly prototype: Record<string, ContextMethod> } | undefined>>)[owner]?.prototype;
        if (!prototype) continue;
        const { useProgram, linkProgram, getUniformLocation, getUniform } = prototype as Record<'useProgram' | 'linkProgram' | 'getUniformLocation' | 'getUniform', ContextMethod>;
        prototype['useProgram'] = function (program) {
            if (program) current.set(this, program);
            else current.delete(this);
            return useProgram.call(this, program);
        };
        prototype['linkProgram'] = function (program) {
            programs.delete(program as object);
            return linkProgram.call(this, program);
        };
        prototype['getUniformLocation'] = function (program, name) {
            const location = getUniformLocation.call(this, program, name);
            if (location === null) return -1;
            let known = programs.get(program as object);
            if (!known) programs.set(program as object, known = { numbers: new Map(), locations: [] });
            let number = known.numbers.get(String(name));
            if (number === undefined) {
                number = known.locations.push(location) - 1;
                known.numbers.set(String(name), number);
            }
            return number;
        };
        prototype['getUniform'] = function (program, location) {
            return getUniform.call(this, program, typeof location === 'number' ? programs.get(program as object)?.locations[location] : location);
        };
        for (const name of Object.getOwnPropertyNames(prototype)) {
            if (!/^uniform(Matrix)?\d/.test(name)) continue;
            const original = prototype[name]!;
            prototype[name] = function (location, ...values) { return original.call(this, own(this, location), ...values); };
        }
    }
}
