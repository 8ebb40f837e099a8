import { assetManager, type Bundle } from './asset-manager';
import { Events } from './events';
import { Painter } from './painter';
import { drawText, type Picture } from './picture';
import { readPackageJson, settings, type SettingsFile } from './settings';

/** Beyond two pixels a point the eye sees no difference, but the graphics card does. */
const maxPixelRatio = 2;

/** What the main bundle exports as `scene`: drawn every frame, told of touches and of bundles that arrive later. */
export interface Scene {
    /** @param seconds since the first frame. */
    draw(painter: Painter, seconds: number): void;
    /** @param x in screen widths from the left. @param y in screen widths from the bottom. */
    touch(x: number, y: number, moved: boolean): void;
    /** A further bundle is there. */
    join(bundle: Bundle): void | Promise<void>;
}

declare const System: { import(id: string, parentUrl?: string): Promise<Record<string, unknown>> };

/** Tells of the frame that is about to be drawn, by the engine's own name for it. */
export const director = new Events();

class Game extends Events {
    private file: SettingsFile | undefined;
    private painter: Painter | undefined;

    async init({ settingsPath }: { settingsPath: string }): Promise<void> {
        const file = await readPackageJson(settingsPath);
        settings.content = file as typeof settings.content;
        this.file = file as SettingsFile;
        assetManager.init(this.file.assets);
        this.emit('post_base_init');
        this.emit('game_inited');
    }

    /** Loads the script packages and the main bundle, draws its scene, then fetches the other bundles. */
    async run(): Promise<void> {
        if (!this.file) throw new Error('game.init must come before game.run.');
        const { assets, scripting } = this.file;
        for (const script of scripting.scriptPackages) await System.import(script, 'no-schema:/cocos-js/cc.js');
        const main = await assetManager.loadBundle('main');
        const scene = main.exports['scene'] as Scene;
        this.start(scene);
        const others = [...assets.subpackages, ...assets.remoteBundles].filter((name) => name !== 'main');
        // The night is worth seeing without lanterns or moon: a bundle that does not come does not end the game.
        for (const name of others) {
            assetManager.loadBundle(name)
                .then((bundle) => scene.join(bundle))
                .catch((error: unknown) => console.error(`The bundle ${name} did not load.`, error));
        }
    }

    /** Loads a picture of a bundle and puts it on the graphics card. */
    async loadPicture(bundle: Bundle, path: string): Promise<Picture> {
        return this.requirePainter().makePicture(await assetManager.loadImage(bundle, path));
    }

    /** Text as a picture; null where the client cannot draw text. */
    makeText(text: string, fontSize: number): Picture | null {
        const canvas = drawText(text, fontSize);
        return canvas && this.requirePainter().makePicture(canvas);
    }

    private start(scene: Scene): void {
        const { canvas } = window as unknown as { canvas: HTMLCanvasElement };
        const pixelRatio = Math.min(window.devicePixelRatio || 1, maxPixelRatio);
        const fit = () => {
            canvas.width = Math.round(window.innerWidth * pixelRatio);
            canvas.height = Math.round(window.innerHeight * pixelRatio);
        };
        fit();
        window.addEventListener('resize', fit);

        const gl = canvas.getContext('webgl', { alpha: false, antialias: true }) as WebGLRenderingContext | null;
        if (!gl) throw new Error('This client gives the canvas no WebGL context.');
        const painter = new Painter(gl);
        this.painter = painter;

        const tell = (moved: boolean) => (event: TouchEvent) => {
            for (let index = 0; index < event.changedTouches.length; index += 1) {
                const { clientX, clientY } = event.changedTouches[index] as Touch;
                scene.touch(clientX / window.innerWidth, (window.innerHeight - clientY) / window.innerWidth, moved);
            }
        };
        canvas.addEventListener('touchstart', tell(false));
        canvas.addEventListener('touchmove', tell(true));

        let first: number | undefined;
        const frame = () => {
            const now = Date.now();
            first ??= now;
            director.emit('director_before_commit');
            painter.begin(canvas.width, canvas.height);
            scene.draw(painter, (now - first) / 1000);
            painter.end();
            requestAnimationFrame(frame);
        };
        requestAnimationFrame(frame);
    }

    private requirePainter(): Painter {
        if (!this.painter) throw new Error('The game has not started to draw.');
        return this.painter;
    }
}

export const game = new Game();
