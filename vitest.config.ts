import { defineConfig } from 'vitest/config';

export default defineConfig({
    test: {
        projects: [
            { extends: true, test: { name: 'browser', include: ['test/{e2e,report}/**/*.test.ts'] } },
            // One process after another would spend as long on loading the same modules as on the tests.
            { extends: true, test: { name: 'rooms', include: ['test/**/*.test.ts'], exclude: ['test/{e2e,report,deep}/**', 'node_modules/**'], isolate: false } },
        ],
        globalSetup: ['test/environment/setup.ts'],
        // Messages are compared in English, whatever language the machine speaks.
        env: { LC_ALL: 'en_US.UTF-8' },
        maxWorkers: 2,
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
