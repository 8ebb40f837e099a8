import { build } from 'esbuild';
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { createPng } from './png';

export const productDirectory = path.resolve(__dirname, '../..');

/** A checked disc that fades out: every alpha value occurs. */
export const testPicture = createPng(96, 96, (x, y) => {
    const distance = Math.hypot(x - 47.5, y - 47.5);
    const light = ((x >> 4) + (y >> 4)) % 2 === 0;
    return [light ? 250 : 40, light ? 220 : 120, Math.round(y * 2.6), Math.max(0, Math.min(255, Math.round((48 - distance) * 12)))];
});

/** One of the games in `games/` as one script. */
export async function bundleGame(name: 'webgl1' | 'pixi' | 'three'): Promise<string> {
    const { outputFiles } = await build({ entryPoints: [path.join(__dirname, 'games', `${name}.ts`)], bundle: true, format: 'iife', target: 'es2018', write: false, logLevel: 'error' });
    return outputFiles[0]!.text;
}

/** A package of a script that wants a browser: our web-adapter, the script, the picture. */
export function gameOnAdapter(script: string): Readonly<Record<string, string | Buffer>> {
    return { 'game.js': "require('./web-adapter.js');\nrequire('./bundle.js');\n", 'bundle.js': script, 'picture.png': testPicture };
}

/** Writes a package into a folder: game.json, the built adapters, and what is given. */
export async function writePackage(folder: string, files: Readonly<Record<string, string | Buffer>>): Promise<string> {
    const adapters = path.join(productDirectory, 'dist', 'adapter');
    const all: Record<string, string | Buffer> = {
        'game.json': '{"deviceOrientation":"portrait"}',
        'adapter-options.js': 'module.exports = {};',
        'web-adapter.js': await fs.readFile(path.join(adapters, 'web-adapter.js')),
        'text-services.js': await fs.readFile(path.join(adapters, 'text-services.js')),
        'web-services.js': await fs.readFile(path.join(adapters, 'web-services.js')),
        'dom-parser.js': await fs.readFile(path.join(adapters, 'dom-parser.js')),
        ...files,
    };
    for (const [name, content] of Object.entries(all)) {
        await fs.mkdir(path.dirname(path.join(folder, name)), { recursive: true });
        await fs.writeFile(path.join(folder, name), content);
    }
    return folder;
}

/** A game.js that draws by `my` alone, and what else it does, from its line 14 on. */
export function drawingGame(also = ''): string {
    return `
        const canvas = my.createCanvas();
        const painter = canvas.getContext('2d');
        let colour = 'red';
        my.onTouchStart(({ touches }) => { colour = 'blue'; console.log('touched at', touches[0].clientX, touches[0].clientY); });
        function draw() {
            painter.fillStyle = colour;
            painter.fillRect(0, 0, canvas.width, canvas.height);
            painter.fillStyle = 'white';
            painter.fillRect(10, 10, 40, 40);
            requestAnimationFrame(draw);
        }
        requestAnimationFrame(draw);
        ${also}`;
}
