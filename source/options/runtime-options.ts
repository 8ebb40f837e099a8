import type { AlipayOptions, RuntimeOptions } from './alipay-options';
import { optionTable } from './table';

/** The part of the options that may enter the package; nothing else of them ever does. */
export function selectRuntimeOptions(options: AlipayOptions): RuntimeOptions {
    const names = Object.entries(optionTable).filter(([, row]) => row.runtime).map(([name]) => name);
    return Object.fromEntries(Object.entries(options).filter(([name]) => names.includes(name))) as RuntimeOptions;
}
