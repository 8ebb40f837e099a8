// npm run test:deep: tests of hours, not minutes. 10,000 random lives of the asset cache, a game on every host that the
// model can be, 100 killed deliveries, and the libraries from npm on every client; then mutation testing of the cache.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const steps = [
  ['vitest', 'run', '--config', 'test/deep/vitest.config.ts'],
  ['stryker', 'run', 'test/deep/cache/mutants.stryker.json'],
];

for (const [command, ...args] of steps) {
  console.log(`\n> ${command} ${args.join(' ')}`);
  const { status } = spawnSync(path.join(root, 'node_modules', '.bin', command), args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 34);
}
