// npm run bench -- NAME [--json]: bundles test/bench/NAME.bench.ts and runs it in a Node process of its own.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const folder = path.join(root, 'test', 'bench');
const names = readdirSync(folder).filter((file) => file.endsWith('.bench.ts')).map((file) => file.slice(0, -'.bench.ts'.length)).sort();
const [name, ...options] = process.argv.slice(2);
if (!name || !names.includes(name)) {
  console.error(`usage: npm run bench -- NAME [--json]\nbenchmarks: ${names.join(', ')}`);
  process.exit(32);
}
if (!existsSync(path.join(root, 'dist', 'bin.js'))) {
  const made = spawnSync(process.execPath, [path.join(root, 'scripts', 'build.mjs')], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (made.status !== 0) process.exit(34);
}
// Inside the project, so that the bundle's external packages resolve.
const scratch = mkdtempSync(path.join(root, 'node_modules', '.bench-'));
try {
  const outfile = path.join(scratch, `${name}.cjs`);
  await build({ entryPoints: [path.join(folder, `${name}.bench.ts`)], outfile, bundle: true, platform: 'node', format: 'cjs', target: 'node20', packages: 'external', define: { 'import.meta.url': '"file:///"' }, logLevel: 'warning' });
  const { status } = spawnSync(process.execPath, ['--expose-gc', outfile, ...options], { stdio: 'inherit', cwd: root });
  process.exitCode = status ?? 34;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
