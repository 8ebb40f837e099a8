/** The tests that mutants of the cache must fail: those that take milliseconds, and a few random lives. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
    test: {
        include: ['test/runtime/engine-adapter/cache/{asset-cache,cache-manager,index-log,journal,zip-size,random-lives}.test.ts'],
        env: { RANDOM_LIVES: '40' },
        maxWorkers: 1,
    },
});
