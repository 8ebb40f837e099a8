// The licences of what esbuild put into dist/ from other people's packages: each asks that its text comes along.
import { readdir, readFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import path from 'node:path';

/** Licences that allow what we do: shipping the code inside our files, with the licence's text beside it. */
const allowed = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0', 'BlueOak-1.0.0']);

/**
 * The folders of the packages whose code is in a bundle, relative to the project, sorted.
 * @param {import('esbuild').Metafile[]} metafiles
 */
export function bundledPackages(metafiles) {
  const folders = new Set();
  for (const { outputs } of metafiles) {
    for (const { inputs } of Object.values(outputs)) {
      for (const [file, { bytesInOutput }] of Object.entries(inputs)) {
        // From the first node_modules on: the project's own may be a link to a folder elsewhere.
        const folder = /(?:^|\/)(node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+)/.exec(file)?.[1];
        if (folder !== undefined && bytesInOutput > 0) folders.add(folder);
      }
    }
  }
  return [...folders].sort();
}

/**
 * The packages that a bundle still asks `require` for: whoever runs it has to install them.
 * @param {import('esbuild').Metafile[]} metafiles
 */
export function externalPackages(metafiles) {
  const imports = metafiles.flatMap(({ outputs }) => Object.values(outputs)).flatMap((output) => output.imports);
  const names = imports.filter(({ external }) => external === true).map(({ path: name }) => name.replace(/^node:/, ''));
  return [...new Set(names)].filter((name) => !name.startsWith('.') && !builtinModules.includes(name)).sort();
}

/**
 * One text with the name, version and licence of each package; equal texts stand once, under all who use them.
 * @param {string} root the project. @param {string[]} folders as `bundledPackages` gives them.
 * @throws where a package says no licence, or one that nobody has looked at yet.
 */
export async function renderLicences(root, folders) {
  /** @type {Map<string, string[]>} */
  const users = new Map();
  for (const folder of folders) {
    const { name, version, license } = JSON.parse(await readFile(path.join(root, folder, 'package.json'), 'utf8'));
    if (!allowed.has(license)) throw new Error(`${folder} has the licence "${license}", which is not in the list of scripts/third-party.mjs: look at it, then add it there or do without the package.`);
    const text = await readLicence(path.join(root, folder));
    const title = `${name} ${version} (${license})`;
    users.set(text, [...new Set([...(users.get(text) ?? []), title])]);
  }
  const blocks = [...users].map(([text, titles]) => ({ title: titles.sort().join('\n'), text })).sort((a, b) => (a.title < b.title ? -1 : 1));
  const line = '-'.repeat(80);
  return [`The files in this folder contain code of the packages below, under the licences that follow their names.\n`, ...blocks.map(({ title, text }) => `${line}\n${title}\n${line}\n\n${text}\n`)].join('\n');
}

async function readLicence(folder) {
  const files = (await readdir(folder)).sort();
  const read = async (pattern) => {
    const file = files.find((name) => pattern.test(name));
    return file === undefined ? undefined : readFile(path.join(folder, file), 'utf8');
  };
  // Some have it in their README only.
  const text = (await read(/^(licen[cs]e|copying)(\.|$)/i)) ?? /^#+ *licen[cs]e[^\n]*\n([^]*)/im.exec((await read(/^readme/i)) ?? '')?.[1];
  if (text === undefined || text.trim() === '') throw new Error(`${folder} has no licence text to pass on.`);
  const notice = await read(/^notice(\.|$)/i);
  return [text, notice].filter((part) => part !== undefined).map((part) => part.replace(/\r\n/g, '\n').trim()).join('\n\n');
}
