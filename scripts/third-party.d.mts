import type { Metafile } from 'esbuild';

export function bundledPackages(metafiles: readonly Metafile[]): string[];
export function externalPackages(metafiles: readonly Metafile[]): string[];
export function renderLicences(root: string, folders: readonly string[]): Promise<string>;
