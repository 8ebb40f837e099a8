// Bundled by worker.test.ts and run in a Worker of a real browser: what the model does there and cannot show in Node.
import { createAlipayHost, createRealClock, createVirtualClock, type ImageDecoder } from '../../../source/simulator/model';
import type { HostSwitches, MyCanvas } from '../../../source/platform';

interface WorkerScope {
    OffscreenCanvas: new (width: number, height: number) => MyCanvas & { addEventListener(type: string, listener: (event: { type: string }) => void): void };
    createImageBitmap(blob: object): Promise<{ width: number; height: number }>;
    Blob: new (parts: Uint8Array[]) => object;
    postMessage(message: unknown): void;
}
const scope = globalThis as unknown as WorkerScope;
const canvasFactory = (width: number, height: number): MyCanvas => new scope.OffscreenCanvas(width, height);
const imageDecoder: ImageDecoder = async (bytes) => {
    const bitmap = await scope.createImageBitmap(new scope.Blob([bytes]));
    return { width: bitmap.width, height: bitmap.height, drawable: bitmap };
};

/** One red pixel. */
const redPixel = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==';

function createHost(switches: Partial<HostSwitches> = {}, profile: 'android' | 'studio' = 'android') {
    return createAlipayHost({ clock: createRealClock(), profile, switches, canvasFactory, imageDecoder });
}

function loadRedPixel(host: ReturnType<typeof createHost>): Promise<ReturnType<typeof host.my.createImage>> {
    const image = host.my.createImage();
    return new Promise((resolve, reject) => {
        image.onload = () => resolve(image);
        image.onerror = reject;
        image.src = redPixel;
    });
}

interface Gl {
    [name: string]: unknown;
    createShader(kind: number): object;
    shaderSource(shader: object, source: string): void;
    compileShader(shader: object): void;
    createProgram(): object;
    attachShader(program: object, shader: object): void;
    linkProgram(program: object): void;
    useProgram(program: object): void;
    getUniformLocation(program: object, name: string): unknown;
    uniform4f(location: unknown, ...values: number[]): void;
    getUniform(program: object, location: unknown): Float32Array;
    createTexture(): object;
    bindTexture(target: number, texture: object): void;
    texImage2D(...args: unknown[]): void;
    getError(): number;
}

function drawUniforms(uniformLocations: HostSwitches['uniformLocations']): object {
    const gl = createHost({ uniformLocations }).my.createCanvas().getContext('webgl') as Gl;
    const shader = (kind: number, source: string): object => {
        const made = gl.createShader(kind);
        gl.shaderSource(made, source);
        gl.compileShader(made);
        return made;
    };
    const program = gl.createProgram();
    gl.attachShader(program, shader(gl['VERTEX_SHADER'] as number, 'uniform vec4 place; void main() { gl_Position = place; }'));
    gl.attachShader(program, shader(gl['FRAGMENT_SHADER'] as number, 'precision mediump float; uniform vec4 color; void main() { gl_FragColor = color; }'));
    gl.linkProgram(program);
    gl.useProgram(program);
    const place = gl.getUniformLocation(program, 'place');
    const color = gl.getUniformLocation(program, 'color');
    const missing = gl.getUniformLocation(program, 'missing');
    gl.uniform4f(place, 1, 2, 3, 4);
    gl.uniform4f(color, 5, 6, 7, 8);
    gl.uniform4f(missing, 9, 9, 9, 9);
    return {
        types: [typeof place, typeof color, typeof missing], missing, same: gl.getUniformLocation(program, 'color') === color,
        place: [...gl.getUniform(program, place)], color: [...gl.getUniform(program, color)], error: gl.getError(),
    };
}

async function run(): Promise<object> {
    const host = createHost();
    const image = await loadRedPixel(host);
    const context = host.my.createCanvas().getContext('2d') as { drawImage(...args: unknown[]): void; getImageData(...area: number[]): { data: Uint8ClampedArray } };
    context.drawImage(image, 0, 0);

    const gl = createHost().my.createCanvas().getContext('webgl') as Gl;
    gl.bindTexture(gl['TEXTURE_2D'] as number, gl.createTexture());
    gl.texImage2D(gl['TEXTURE_2D'], 0, gl['RGBA'], gl['RGBA'], gl['UNSIGNED_BYTE'], image);

    const studio = createHost({}, 'studio');
    const canvas = studio.my.createCanvas() as unknown as InstanceType<WorkerScope['OffscreenCanvas']>;
    const taps: string[] = [];
    canvas.addEventListener('touchstart', ({ type }) => taps.push(type));
    studio.user.tap(1, 1);

    const clock = createVirtualClock();
    const virtual = createAlipayHost({ clock });
    let ticks = 0;
    (virtual.globals['setInterval'] as (action: () => void, ms: number) => void)(() => ticks++, 1000);
    await clock.advance(600_000);

    return {
        size: [image.width, image.height],
        pixel: [...context.getImageData(0, 0, 1, 1).data],
        textureError: gl.getError(),
        webgl2: [createHost({ webgl2: true }).my.createCanvas().getContext('webgl2') !== null, createHost({ webgl2: false }).my.createCanvas().getContext('webgl2') !== null],
        numbers: drawUniforms('number'),
        objects: drawUniforms('object'),
        taps,
        ticks,
    };
}

run().then((result) => scope.postMessage({ result }), (error: Error) => scope.postMessage({ error: error.stack }));
