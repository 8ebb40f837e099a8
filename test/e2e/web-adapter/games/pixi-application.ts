// PixiJS as its documentation shows it: an Application, Assets, a button with events; nothing made for this platform.
import 'pixi.js/unsafe-eval';
import { Application, Assets, Graphics, Sprite, type Texture } from 'pixi.js';

async function start(): Promise<void> {
    const application = new Application();
    const { canvas } = window as unknown as { canvas: HTMLCanvasElement };
    await application.init({ canvas, resizeTo: window, resolution: window.devicePixelRatio, autoDensity: true, background: '#204060', preference: 'webgl', preferWebGLVersion: 1 });
    const button = new Graphics().rect(50, 50, 200, 200).fill(0xffcc00);
    button.eventMode = 'static';
    button.on('pointertap', ({ global }) => console.log(`tap at ${Math.round(global.x)},${Math.round(global.y)}`));
    application.stage.addChild(button);
    const texture = await Assets.load<Texture>('picture.png');
    application.stage.addChild(new Sprite(texture));
    const data = await Assets.load<{ name: string }>('data.json');
    console.log(`ready ${application.screen.width}x${application.screen.height} texture ${texture.width} data ${data.name}`);
}

start().catch((error: Error) => console.error(`failed: ${error.stack ?? error.message}`));
