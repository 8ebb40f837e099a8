/**
 * State of objects, kept beside them: a page neither sees nor breaks it, and native objects of the host can have it.
 * @returns gives the state of a key; it is made at the first use
 */
export function keyedState<State>(make: () => State): (key: object) => State {
    const states = new WeakMap<object, State>();
    return (key) => {
        if (!states.has(key)) states.set(key, make());
        return states.get(key) as State;
    };
}
