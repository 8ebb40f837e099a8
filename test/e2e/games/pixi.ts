// PixiJS 8, with its own import for hosts that refuse eval.
import 'pixi.js/unsafe-eval';
import { Graphics, Sprite, Text, Texture, WebGLRenderer, Container } from 'pixi.js';
import { loadPicture, logTouches, openScreen } from './game-canvas';

const canvas = openScreen();

async function start(): Promise<void> {
    const { width, height } = canvas;
    const renderer = new WebGLRenderer();
    await renderer.init({ canvas, width, height, background: 0x102a54, antialias: false, preferWebGLVersion: 1 });
    const stage = new Container();
    stage.addChild(new Graphics().roundRect(width * 0.1, height * 0.1, width * 0.8, height * 0.3, 30).fill(0xf5a623).circle(width / 2, height * 0.65, width * 0.3).fill({ color: 0x2ecc71, alpha: 0.7 }));
    const picture = new Sprite(Texture.from(await loadPicture()));
    picture.anchor.set(0.5);
    picture.position.set(width / 2, height / 2);
    picture.rotation = 0.4;
    picture.scale.set(3);
    stage.addChild(picture);
    const label = new Text({ text: 'PixiJS', style: { fontFamily: 'sans-serif', fontSize: 96, fill: 0xffffff } });
    label.position.set(width * 0.2, height * 0.15);
    stage.addChild(label);
    const draw = (): void => {
        renderer.render(stage);
        requestAnimationFrame(draw);
    };
    requestAnimationFrame(draw);
}

logTouches(canvas);
void start();
