// npm run release [-- --draft]: makes release/<version>/ with the extension's zip, the npm package and their checksums,
// if they pass the gate. The work is in scripts/release/; this bundles and runs it.
import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { buildAll } from './build.mjs';
import { laggingFiles } from './generate.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const words = process.argv.slice(2);
const unknown = words.filter((word) => word !== '--draft');
if (unknown.length > 0) {
  console.error(`npm run release does not know ${unknown.join(' ')}. It knows --draft: archives to look at, of a project that is not ready.`);
  process.exit(32);
}
// Inside the project, so that the bundle's external packages resolve.
const scratch = await mkdtemp(path.join(root, 'node_modules', '.release-'));
try {
  const outfile = path.join(scratch, 'release.cjs');
  const place = pathToFileURL(path.join(root, 'test', 'environment', 'registry.ts')).href;
  await build({ entryPoints: [path.join(root, 'scripts', 'release', 'release.ts')], outfile, bundle: true, platform: 'node', format: 'cjs', packages: 'external', define: { 'import.meta.url': JSON.stringify(place) }, logLevel: 'warning' });
  const { makeCheckedRelease } = (await import(pathToFileURL(outfile).href)).default;
  const lagging = (await laggingFiles()).map(({ file }) => file);
  const made = await makeCheckedRelease({ root, draft: words.includes('--draft'), build: buildAll, lagging, print: console.log });
  process.exitCode = made ? 0 : 34;
} finally {
  await rm(scratch, { recursive: true, force: true });
}
