// Makes dist/: the extension (CommonJS for Creator's Node 14.16), the command line, the adapters, the preview page.
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { minify } from 'terser';
import { buildDemo } from './build-demo.mjs';
import { buildProbe } from './build-probe.mjs';
import { bundledPackages, externalPackages, renderLicences } from './third-party.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Creator 3.8 runs Electron 13.1.4, whose Node is 14.16.0: esbuild lowers syntax and strips the `node:` prefix. */
const editorTarget = 'node14.16';
/** Alipay's review build may not lower syntax, and old clients do not know more (reference: platform facts 2.5). */
const phoneTarget = 'es2015';

/** Every file of dist/ with the source it is made from. Adapters also get a readable `*.debug.js` twin. */
export const outputs = [
  { from: 'hosts/creator/main', to: 'main', kind: 'extension' },
  { from: 'hosts/creator/builder', to: 'builder', kind: 'extension' },
  { from: 'hosts/creator/recorded-hooks', to: 'hooks', kind: 'extension' },
  { from: 'hosts/cocos-cli/config', to: 'cli/config', kind: 'extension' },
  { from: 'hosts/cocos-cli/recorded-hooks', to: 'cli/hooks', kind: 'extension' },
  { from: 'bin/main', to: 'bin', kind: 'command' },
  { from: 'runtime/web-adapter/main', to: 'adapter/web-adapter', kind: 'adapter' },
  { from: 'runtime/web-adapter/text/main', to: 'adapter/text-services', kind: 'adapter' },
  { from: 'runtime/web-adapter/services/main', to: 'adapter/web-services', kind: 'adapter' },
  { from: 'runtime/web-adapter/dom-parser/main', to: 'adapter/dom-parser', kind: 'adapter' },
  { from: 'runtime/engine-adapter/main', to: 'adapter/engine-adapter', kind: 'adapter' },
  { from: 'runtime/engine-adapter/remote/main', to: 'adapter/remote-assets', kind: 'adapter' },
  { from: 'runtime/engine-adapter/services/main', to: 'adapter/engine-services', kind: 'adapter' },
  { from: 'runtime/first-screen/main', to: 'adapter/first-screen', kind: 'adapter' },
  { from: 'runtime/first-screen/failure/main', to: 'adapter/start-failure', kind: 'adapter' },
  { from: 'runtime/lean-start/main', to: 'adapter/lean-start', kind: 'adapter' },
  { from: 'simulator/page/page', to: 'preview/page', kind: 'page' },
  { from: 'simulator/page/game-worker', to: 'preview/game-worker', kind: 'page' },
  { from: 'report/page/page', to: 'report/page', kind: 'page' },
];

const shared = { bundle: true, metafile: true, legalComments: 'none', logLevel: 'warning', absWorkingDir: root };

/** Files that stand beside an adapter in the package: their `require` stays as it is written, for the host to answer. */
const packageFiles = {
  name: 'package-files',
  setup: ({ onResolve }) => onResolve({ filter: /^\.\/(remote-assets|engine-services|start-failure|adapter-options)\.js$/ }, ({ path: file }) => ({ path: file, external: true })),
};

/** Names stay, so that a stack trace can be read; without white space and comments the three large files are a sixth smaller once zipped. */
const onNode = { platform: 'node', format: 'cjs', target: editorTarget, minifySyntax: true, minifyWhitespace: true };

function settingsOf(kind) {
  switch (kind) {
    case 'extension':
      return [onNode];
    case 'command':
      return [{ ...onNode, external: ['playwright-core'], banner: { js: '#!/usr/bin/env node' } }];
    case 'adapter':
      return [
        { platform: 'neutral', format: 'cjs', target: phoneTarget, plugins: [packageFiles], minify: true, shrink: true },
        { platform: 'neutral', format: 'cjs', target: phoneTarget, plugins: [packageFiles], suffix: '.debug' },
      ];
    case 'page':
      return [{ platform: 'browser', format: 'iife', target: 'chrome100', minify: true }];
    default:
      throw new Error(`scripts/build.mjs: no settings for outputs of kind "${kind}"`);
  }
}

/** What esbuild minified, 2 to 6 % smaller once compressed: worth a second pass where every byte is in each game's package. */
async function shrinkFile(file) {
  const { code } = await minify(shortenExports(await readFile(file, 'utf8')), { ecma: 2015, toplevel: true, compress: { passes: 2 } });
  await writeFile(file, code);
}

/** esbuild copies an ES module's namespace with its getters into `module.exports`, in 400 bytes; the getters alone do. */
function shortenExports(code) {
  return code.replace(/var ([\w$]+)=\{\};[\w$]+\(\1,\{([^}]*)\}\);module\.exports=[\w$]+\(\1\);/, (_, name, getters) => (
    `module.exports={${getters.replace(/([\w$]+):\(\)=>([\w$]+)/g, 'get $1(){return $2}')}};`
  ));
}

/**
 * Bundles everything into a folder, and writes the licences of the packages that went into it.
 * @param {{ only?: string, dist?: string }} [options] `only` builds just the outputs whose name starts so, into the
 * `dist` that stands, and leaves the licences as they are.
 * @returns {Promise<{ files: string[], bundled: string[], external: string[] }>} the files made, the folders of the
 * packages in them, and the names of those they ask `require` for.
 */
export async function buildAll({ only, dist = path.join(root, 'dist') } = {}) {
  if (only === undefined) await rm(dist, { recursive: true, force: true });
  await mkdir(dist, { recursive: true });
  const files = [];
  const metafiles = [];
  for (const { from, to, kind } of outputs) {
    if (only !== undefined && !to.startsWith(only)) continue;
    const entry = path.join(root, 'source', `${from}.ts`);
    if (!existsSync(entry)) throw new Error(`scripts/build.mjs: source/${from}.ts is missing, dist/${to}.js cannot be made`);
    for (const { suffix = '', shrink = false, ...settings } of settingsOf(kind)) {
      const outfile = path.join(dist, `${to}${suffix}.js`);
      const { metafile } = await build({ ...shared, ...settings, entryPoints: [entry], outfile });
      metafiles.push(metafile);
      if (shrink) await shrinkFile(outfile);
      files.push(outfile);
    }
  }
  const external = externalPackages(metafiles);
  if (only === undefined || 'demo'.startsWith(only)) metafiles.push(...(await buildDemo(root, path.join(dist, 'demo', 'build'))));
  if (only === undefined || 'demo/probe'.startsWith(only)) metafiles.push(...(await buildProbe(root, path.join(dist, 'demo', 'probe'))));
  const bundled = bundledPackages(metafiles);
  if (only === undefined) await writeFile(path.join(dist, 'THIRD-PARTY-LICENSES.txt'), await renderLicences(root, bundled));
  return { files, bundled, external };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const only = process.argv.indexOf('--only');
  const { files } = await buildAll(only < 0 ? {} : { only: process.argv[only + 1] });
  for (const file of files) {
    const { size } = await stat(file);
    console.log(`${path.relative(root, file).padEnd(40)} ${size.toLocaleString('en').padStart(12)} bytes`);
  }
}
