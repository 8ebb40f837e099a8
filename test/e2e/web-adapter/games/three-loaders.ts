// three.js with its own loaders, as its documentation shows them.
import { FileLoader, Mesh, MeshBasicMaterial, OrthographicCamera, PlaneGeometry, Scene, TextureLoader, WebGLRenderer } from 'three';

async function start(): Promise<void> {
    const renderer = new WebGLRenderer({ canvas: (window as unknown as { canvas: HTMLCanvasElement }).canvas });
    renderer.setPixelRatio(window.devicePixelRatio);
    renderer.setSize(window.innerWidth, window.innerHeight);
    const loader = new FileLoader().setResponseType('json');
    const data = await loader.loadAsync('data.json') as unknown as { name: string };
    const texture = await new TextureLoader().loadAsync('picture.png');
    const scene = new Scene();
    scene.add(new Mesh(new PlaneGeometry(1, 1), new MeshBasicMaterial({ map: texture })));
    const camera = new OrthographicCamera();
    camera.position.z = 1;
    renderer.setAnimationLoop(() => renderer.render(scene, camera));
    console.log(`ready texture ${(texture.image as HTMLImageElement).width} data ${data.name}`);
    await loader.loadAsync('none.json').catch((error: Error) => console.log(`missing: ${error.message.slice(0, 60)}`));
}

start().catch((error: Error) => console.error(`failed: ${error.stack ?? error.message}`));
