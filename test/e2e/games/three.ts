// three.js, which needs WebGL 2: a lit cube with the picture on it.
import { AmbientLight, BoxGeometry, Color, DirectionalLight, Mesh, MeshStandardMaterial, PerspectiveCamera, Scene, SRGBColorSpace, Texture, TorusGeometry, WebGLRenderer } from 'three';
import { loadPicture, logTouches, openScreen } from './game-canvas';

const canvas = openScreen();

async function start(): Promise<void> {
    const { width, height } = canvas;
    const renderer = new WebGLRenderer({ canvas, antialias: false });
    renderer.setSize(width, height, false);
    const scene = new Scene();
    scene.background = new Color(0x1b2440);
    const camera = new PerspectiveCamera(50, width / height, 0.1, 50);
    camera.position.set(0, 0.6, 6);
    camera.lookAt(0, 0, 0);
    scene.add(new AmbientLight(0xffffff, 0.8));
    const sun = new DirectionalLight(0xffffff, 2.5);
    sun.position.set(2, 3, 4);
    scene.add(sun);
    const texture = new Texture(await loadPicture());
    texture.colorSpace = SRGBColorSpace;
    texture.needsUpdate = true;
    const cube = new Mesh(new BoxGeometry(1.6, 1.6, 1.6), new MeshStandardMaterial({ map: texture, roughness: 0.6 }));
    cube.rotation.set(0.5, 0.7, 0);
    scene.add(cube);
    const ring = new Mesh(new TorusGeometry(1.7, 0.12, 16, 48), new MeshStandardMaterial({ color: 0xff8844, roughness: 0.3 }));
    ring.rotation.x = 1.2;
    scene.add(ring);
    const draw = (): void => {
        renderer.render(scene, camera);
        requestAnimationFrame(draw);
    };
    requestAnimationFrame(draw);
}

logTouches(canvas);
void start();
