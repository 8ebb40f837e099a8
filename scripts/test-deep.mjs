// npm run test:deep: tests of hours, not minutes. Every test in a browser on every client; 10,000 random lives of the
// asset cache; then mutation testing of it.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const steps = [
  ['vitest', 'run', 'test/e2e', 'test/report/page.test.ts', 'test/packager/kill.test.ts'],
  ['vitest', 'run', '--config', 'test/deep/vitest.config.ts'],
  ['stryker', 'run', 'test/deep/cache/mutants.stryker.json'],
];

for (const [command, ...args] of steps) {
  console.log(`\n> ${command} ${args.join(' ')}`);
  const { status } = spawnSync(path.join(root, 'node_modules', '.bin', command), args, { cwd: root, env: { ...process.env, ALIPAY_DEEP: '1' }, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 34);
}
