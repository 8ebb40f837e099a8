// Makes dist/demo/: the bundled sample, as a host leaves a build before a platform packages it.
// The game's modules become `System.register` files, the form Cocos gives every script of a build.
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';

const moonPicture = '6d6f6f6e-0001-4000-8000-000000000001';

/** The files of the sample that hold code: from source/demo to the sample's folder. */
const scripts = [
  // On a phone SystemJS has no script tags to look for and no page to be relative to.
  { from: 'system/main', to: 'src/system.bundle.js', define: { document: 'undefined', location: 'undefined' } },
  { from: 'application', to: 'application.js', module: {} },
  { from: 'engine/main', to: 'cocos-js/cc.js', module: {} },
  { from: 'scene/night', to: 'assets/main/index.js', module: { bundle: 'main' } },
  { from: 'scene/lanterns', to: 'subpackages/lanterns/index.js', module: { bundle: 'lanterns' } },
  // Where a host leaves it when nobody asks for `moveRemoteBundleScript`; the packager moves it into the package.
  { from: 'scene/moon', to: 'remote/moon/index.js', module: { bundle: 'moon' } },
];

const bundleConfig = (name, picture) => ({
  importBase: 'import',
  nativeBase: 'native',
  name,
  deps: [],
  uuids: picture ? [picture] : [],
  paths: picture ? { 0: ['moon', 0, 1] } : {},
  scenes: {},
  packs: {},
  versions: { import: [], native: [] },
  redirect: [],
  debug: false,
  extensionMap: {},
  hasPreloadScript: true,
  dependencyRelationships: {},
  types: picture ? ['cc.ImageAsset'] : [],
});

const settings = {
  CocosEngine: '3.8.8',
  engine: { debug: false, platform: 'alipay-mini-game', customLayers: [], sortingLayers: [], macros: {}, builtinAssets: [] },
  assets: {
    server: '',
    remoteBundles: ['moon'],
    subpackages: ['lanterns'],
    preloadBundles: [{ bundle: 'main' }],
    bundleVers: {},
    preloadAssets: [],
    projectBundles: ['main', 'lanterns', 'moon'],
    downloadMaxConcurrency: 15,
  },
  plugins: { jsList: [] },
  scripting: { scriptPackages: ['../src/chunks/bundle.js'] },
  launch: { launchScene: 'db://assets/night.scene' },
  screen: { exactFitScreen: true, orientation: 'portrait', designResolution: { width: 720, height: 1280, policy: 4 } },
};

const json = (value) => `${JSON.stringify(value)}\n`;
const data = {
  'src/settings.json': json(settings),
  'src/import-map.js': `"use strict";\nexports.__esModule = true;\nexports.default = { imports: { cc: './../cocos-js/cc.js' } };\n`,
  'src/chunks/bundle.js': 'System.register([], function () { return { execute: function () {} }; });\n',
  'assets/main/config.json': json(bundleConfig('main')),
  'subpackages/lanterns/config.json': json(bundleConfig('lanterns')),
  'remote/moon/config.json': json(bundleConfig('moon', moonPicture)),
  [`remote/moon/import/6d/${moonPicture}.json`]: json([1, 0, 0, [['cc.ImageAsset']], 0, [{ fmt: '0', w: 0, h: 0 }, -1]]),
};

/** Wraps a CommonJS module text so that SystemJS runs it, under the name Cocos gives a bundle's entry where it is one. */
function registerModule({ bundle }, imports) {
  const name = bundle === undefined ? '' : `${JSON.stringify(`virtual:///prerequisite-imports/${bundle}`)}, `;
  const setters = imports.map((id) => `function (module) { modules[${JSON.stringify(id)}] = module; }`).join(', ');
  return {
    banner: `System.register(${name}${JSON.stringify(imports)}, function (_export) { var modules = {}; return { setters: [${setters}], execute: function () { var module = { exports: {} }; (function (module, require) {`,
    footer: '})(module, function (id) { return modules[id]; }); _export(module.exports); } }; });',
  };
}

/**
 * @param {string} root the project. @param {string} folder where the sample goes; emptied first.
 * @returns {Promise<import('esbuild').Metafile[]>} what went into its scripts.
 */
export async function buildDemo(root, folder) {
  await rm(folder, { recursive: true, force: true });
  const metafiles = [];
  for (const { from, to, module, define = {} } of scripts) {
    const wrapped = module && registerModule(module, module.bundle === undefined ? [] : ['cc']);
    const { metafile } = await build({
      entryPoints: [path.join(root, 'source', 'demo', `${from}.ts`)],
      outfile: path.join(folder, to),
      absWorkingDir: root,
      bundle: true,
      metafile: true,
      minify: true,
      platform: 'neutral',
      target: 'es2015',
      legalComments: 'none',
      logLevel: 'warning',
      logOverride: { 'package.json': 'silent' },
      format: module ? 'cjs' : 'iife',
      external: ['cc'],
      define,
      tsconfigRaw: {},
      ...(wrapped && { banner: { js: wrapped.banner }, footer: { js: wrapped.footer } }),
    });
    metafiles.push(metafile);
  }
  for (const [file, text] of Object.entries(data)) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), text);
  }
  const picture = path.join(folder, 'remote/moon/native/6d', `${moonPicture}.png`);
  await mkdir(path.dirname(picture), { recursive: true });
  await copyFile(path.join(root, 'source', 'demo', 'moon.png'), picture);
  return metafiles;
}
