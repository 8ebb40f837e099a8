import { defineConfig } from 'vitest/config';

/** In a browser, or in many processes: they come first, so that the short ones fill what time is left of two workers. */
const long = ['test/{e2e,report}/**/*.test.ts', 'test/environment/{chromium,fonts}.test.ts', 'test/simulator/model/worker.test.ts', 'test/**/{kill,kills}.test.ts', 'test/release/gate.test.ts', 'test/bin/{demo,preview-command}.test.ts', 'test/games/play-folder.test.ts'];
const notHere = ['test/deep/**', '**/node_modules/**'];

export default defineConfig({
    test: {
        projects: [
            { extends: true, test: { name: 'long', include: long, exclude: notHere } },
            { extends: true, test: { name: 'rooms', include: ['test/**/*.test.ts'], exclude: [...notHere, ...long] } },
        ],
        globalSetup: ['test/environment/setup.ts'],
        // Messages are compared in English, whatever language the machine speaks.
        env: { LC_ALL: 'en_US.UTF-8' },
        // A golden file or snapshot that is not there is a failure, not a new one: `npm run golden:update` writes them.
        update: 'none',
        maxWorkers: 2,
        // One process after another would spend as long on loading the same modules, and on browsers, as on the tests.
        isolate: false,
        testTimeout: 30_000,
        hookTimeout: 120_000,
        coverage: {
            provider: 'v8',
            include: ['source/**/*.ts'],
            // The pages and the sample game only run in a browser, where nothing counts.
            exclude: ['source/**/*.d.ts', 'source/simulator/page/**', 'source/report/page/**', 'source/demo/**'],
            reporter: ['text-summary', 'json-summary'],
            thresholds: {
                statements: 85,
                branches: 85,
                functions: 85,
                lines: 85,
                'source/packager/**': { branches: 95 },
                'source/runtime/engine-adapter/cache/**': { branches: 95 },
            },
        },
    },
});
