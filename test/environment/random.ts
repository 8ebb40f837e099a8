/** Random numbers from 0 to 1 that a seed fixes. */
export type Random = () => number;

/** The seed of this run: `TEST_SEED` where it is set, so that a run that failed can be repeated, else a new one. */
export function chooseSeed(): number {
    const given = Number(process.env['TEST_SEED']);
    return Number.isInteger(given) && process.env['TEST_SEED'] ? given : Date.now() % 2 ** 31;
}

/** A generator of 32 bits of state (mulberry32): the same numbers for the same seed on every machine. */
export function randomFrom(seed: number): Random {
    let state = seed | 0;
    return () => {
        state = (state + 0x6d2b79f5) | 0;
        let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
        mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    };
}
