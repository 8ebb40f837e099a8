import { it } from 'vitest';

/** Whether `npm run test:deep` runs: more clients and more ways to fail than the minutes of `npm test` have room for. */
export const isDeep = process.env['ALIPAY_DEEP'] === '1';

/** A test in a browser of what a test without one, or another client's, shows in `npm test`. */
export const itDeep = it.runIf(isDeep);
