import fc from 'fast-check';
import { it } from 'vitest';
import { randomLives } from './commands';

// 10,000 of them are in `npm run test:deep`, which also runs a few against each mutant of the cache.
const lives = Number(process.env['RANDOM_LIVES'] ?? 500);

it(`keeps its promises through ${lives} random lives, file calls in any order`, async () => {
    await fc.assert(randomLives, { numRuns: lives });
}, Math.max(60_000, 30 * lives));
