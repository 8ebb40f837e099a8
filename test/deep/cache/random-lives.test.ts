import fc from 'fast-check';
import { it } from 'vitest';
import { randomLives } from '../../runtime/engine-adapter/cache/commands';

// A part of the lives each, so that both workers' memory stays small and a failure names its part.
it.each([...Array(10).keys()])('the cache keeps its promises through 1,000 random lives, part %i of 10', async () => {
    await fc.assert(randomLives, { numRuns: 1000 });
});
