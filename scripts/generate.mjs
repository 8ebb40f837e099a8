// npm run generate: writes every file that is made from the tables. With --check it only says which ones lag.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

async function loadGeneratedFiles() {
  // Inside the project, so that the bundle's external packages resolve.
  const scratch = await mkdtemp(path.join(root, 'node_modules', '.generate-'));
  try {
    const outfile = path.join(scratch, 'generated-files.cjs');
    await build({ entryPoints: [path.join(root, 'scripts', 'generated-files.ts')], outfile, bundle: true, platform: 'node', format: 'cjs', packages: 'external', logLevel: 'warning' });
    const { generatedFiles } = (await import(pathToFileURL(outfile).href)).default;
    return generatedFiles(root);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** @returns the paths whose content on disk is not what the tables say. */
export async function laggingFiles() {
  const lagging = [];
  for (const [file, content] of await loadGeneratedFiles()) {
    const found = await readFile(path.join(root, file), 'utf8').catch(() => undefined);
    if (found !== content) lagging.push({ file, content });
  }
  return lagging;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const lagging = await laggingFiles();
  if (process.argv.includes('--check')) {
    for (const { file } of lagging) console.error(`${file} is older than the table it is made from: run \`npm run generate\``);
    process.exitCode = lagging.length > 0 ? 34 : 0;
  } else {
    for (const { file, content } of lagging) {
      await mkdir(path.dirname(path.join(root, file)), { recursive: true });
      await writeFile(path.join(root, file), content);
      console.log(file);
    }
  }
}
