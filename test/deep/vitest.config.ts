/** Tests too long for `npm test`: see scripts/test-deep.mjs. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
    test: { include: ['test/deep/**/*.test.ts'], maxWorkers: 2, testTimeout: 3_600_000 },
});
