// Makes dist/demo/probe/: the mini game that asks its host (`demo --probe`), all but the addresses that it may use.
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';

/** The smallest WebAssembly module there is. */
const emptyModule = Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

/** A second of silence: MPEG 1 layer III, 32 kbit/s, 44.1 kHz, one channel; a frame of zeros has no sound in it. */
function makeSilence() {
  const frame = Buffer.alloc(104);
  frame.set([0xff, 0xfb, 0x10, 0xc0]);
  return Buffer.concat(Array.from({ length: 40 }, () => frame));
}

/**
 * @param {string} root the project. @param {string} folder where the game goes; emptied first.
 * @returns esbuild's descriptions of what went in.
 */
export async function buildProbe(root, folder) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(path.join(folder, 'second'), { recursive: true });
  await cp(path.join(root, 'source', 'demo', 'probe', 'package'), folder, { recursive: true });
  const { metafile } = await build({
    metafile: true,
    entryPoints: [path.join(root, 'source', 'demo', 'probe', 'main.ts')],
    outfile: path.join(folder, 'game.js'),
    absWorkingDir: root,
    bundle: true,
    // Whoever runs it on a phone may want to read what it does.
    minify: false,
    platform: 'neutral',
    format: 'cjs',
    target: 'es2015',
    legalComments: 'none',
    logLevel: 'warning',
    external: ['./probe-addresses.js'],
    tsconfigRaw: {},
  });
  await writeFile(path.join(folder, 'second', 'game.js'), 'window.probeSubpackageRan = true;\n');
  await writeFile(path.join(folder, 'probe.wasm'), emptyModule);
  await writeFile(path.join(folder, 'silence.mp3'), makeSilence());
  return [metafile];
}
