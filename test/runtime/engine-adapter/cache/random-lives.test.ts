import fc from 'fast-check';
import { it } from 'vitest';
import { randomLives } from './commands';

it('keeps its promises through 500 random lives, file calls in any order', async () => {
    await fc.assert(randomLives, { numRuns: 500 });
}, 60_000);
