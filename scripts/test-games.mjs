// npm run test:games -- FOLDER: builds the product where it is older than its source, then bundles test/games/main.ts and
// runs it in a Node process of its own.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
/** When the newest file of a folder was written. */
function newestIn(folder) {
  return Math.max(...readdirSync(folder, { withFileTypes: true }).map((entry) => {
    const name = path.join(folder, entry.name);
    return entry.isDirectory() ? newestIn(name) : statSync(name).mtimeMs;
  }));
}

const built = path.join(root, 'dist', 'bin.js');
if (!existsSync(built) || newestIn(path.join(root, 'source')) > statSync(built).mtimeMs) {
  const made = spawnSync(process.execPath, [path.join(root, 'scripts', 'build.mjs')], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (made.status !== 0) process.exit(34);
}
// Two folders below the root, as the source files are, and inside the project, so that the bundle's external packages resolve.
const scratch = mkdtempSync(path.join(root, 'node_modules', '.games-'));
// A Ctrl+C ends the child, which writes results after each run; this process lives on to clear up.
process.on('SIGINT', () => {});
try {
  const outfile = path.join(scratch, 'main.cjs');
  await build({ entryPoints: [path.join(root, 'test', 'games', 'main.ts')], outfile, bundle: true, platform: 'node', format: 'cjs', target: 'node20', packages: 'external', define: { 'import.meta.url': JSON.stringify(pathToFileURL(outfile).href) }, logLevel: 'warning' });
  const { status } = spawnSync(process.execPath, [outfile, ...process.argv.slice(2)], { stdio: 'inherit' });
  process.exitCode = status ?? 34;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
