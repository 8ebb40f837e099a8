export type { AlipayOptions, RuntimeOptions } from './alipay-options';
export { resolveOptions, type ResolvedOptions } from './resolve';
export { extensionKey, platformKey, type OptionHost } from './row';
export { selectRuntimeOptions } from './runtime-options';
export { buildConfigSchema, commonOptionSchema, optionSchema } from './schema';
export { optionTable } from './table';
export { validateAgainstBuild, type BuildFacts } from './validate-against-build';
