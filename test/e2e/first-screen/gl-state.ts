// A game of a test: it compares all state of the screen's context with that of a context nobody drew on, while the first
// screen draws and after it, and prints `same` or what differs, moment by moment.
import type { FirstScreen } from '../../../source/runtime/first-screen/first-screen';

type Gl = WebGL2RenderingContext;
declare const my: { createCanvas(): HTMLCanvasElement };
declare global {
    interface Window { firstScreen: FirstScreen; contextKind: 'webgl' | 'webgl2' }
}

/** What the engine's own call says (engine 3.8.5 gfx/webgl/webgl-swapchain.ts). */
const engineAttributes: WebGLContextAttributes = {
    alpha: false, antialias: true, depth: true, stencil: true, premultipliedAlpha: false,
    preserveDrawingBuffer: false, powerPreference: 'default', failIfMajorPerformanceCaveat: false,
};

/** Names of what a context was given to bind, so that two contexts' objects can be compared. */
const names = new WeakMap<object, string>();
function named<Thing extends object>(thing: Thing | null, name: string): Thing {
    if (!thing) throw new Error(`no ${name}`);
    names.set(thing, name);
    return thing;
}

function plain(value: unknown): unknown {
    if (value === null || typeof value !== 'object') return value;
    if (ArrayBuffer.isView(value) || Array.isArray(value)) return Array.from(value as unknown as ArrayLike<unknown>);
    return names.get(value) ?? 'an object of somebody else';
}

/** Every value that the context tells of itself. */
function describe(gl: Gl): Record<string, unknown> {
    const state: Record<string, unknown> = { error: gl.getError(), attributes: JSON.stringify(gl.getContextAttributes()) };
    const unit = gl.getParameter(gl.ACTIVE_TEXTURE) as number;
    for (const name in gl) {
        const constant = (gl as unknown as Record<string, unknown>)[name];
        if (/^[A-Z0-9_]+$/.test(name) && typeof constant === 'number') state[name] = plain(gl.getParameter(constant));
    }
    for (let index = 0; index < gl.getParameter(gl.MAX_COMBINED_TEXTURE_IMAGE_UNITS); index++) {
        gl.activeTexture(gl.TEXTURE0 + index);
        for (const name of ['TEXTURE_BINDING_2D', 'TEXTURE_BINDING_CUBE_MAP', 'SAMPLER_BINDING'] as const) state[`${name} ${index}`] = plain(gl.getParameter(gl[name]));
    }
    gl.activeTexture(unit);
    for (let index = 0; index < gl.getParameter(gl.MAX_VERTEX_ATTRIBS); index++) {
        for (const name of ['ENABLED', 'SIZE', 'STRIDE', 'TYPE', 'NORMALIZED', 'POINTER'] as const) {
            const constant = gl[`VERTEX_ATTRIB_ARRAY_${name}`];
            state[`${name} ${index}`] = name === 'POINTER' ? gl.getVertexAttribOffset(index, constant) : plain(gl.getVertexAttrib(index, constant));
        }
        state[`BUFFER ${index}`] = plain(gl.getVertexAttrib(index, gl.VERTEX_ATTRIB_ARRAY_BUFFER_BINDING));
        state[`CURRENT ${index}`] = plain(gl.getVertexAttrib(index, gl.CURRENT_VERTEX_ATTRIB));
    }
    // Asking for what is no state is an error each time.
    while (gl.getError() !== gl.NO_ERROR);
    return state;
}

/** What an engine does between its start and its first frame, and more. */
function actAsEngine(gl: Gl): void {
    const texture = named(gl.createTexture(), 'texture');
    gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
    gl.pixelStorei(gl.PACK_ALIGNMENT, 1);
    gl.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, true);
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, texture);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, 4, 4, 0, gl.RGBA, gl.UNSIGNED_BYTE, null);
    const framebuffer = named(gl.createFramebuffer(), 'framebuffer');
    gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
    gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0);
    gl.activeTexture(gl.TEXTURE0 + 3);
    gl.bindTexture(gl.TEXTURE_2D, texture);
    for (const name of [gl.SCISSOR_TEST, gl.CULL_FACE, gl.DEPTH_TEST, gl.STENCIL_TEST, gl.BLEND]) gl.enable(name);
    gl.blendFuncSeparate(gl.SRC_ALPHA, gl.ONE_MINUS_SRC_ALPHA, gl.ONE, gl.ZERO);
    gl.cullFace(gl.FRONT);
    gl.depthFunc(gl.ALWAYS);
    gl.viewport(1, 2, 30, 40);
    gl.scissor(3, 4, 5, 6);
    gl.clearColor(0.1, 0.2, 0.3, 0.4);
    const buffer = named(gl.createBuffer(), 'buffer');
    gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
    gl.bufferData(gl.ARRAY_BUFFER, new Float32Array(64), gl.STATIC_DRAW);
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, named(gl.createBuffer(), 'elements'));
    gl.enableVertexAttribArray(0);
    gl.vertexAttribPointer(0, 2, gl.FLOAT, false, 16, 8);
    const program = named(gl.createProgram(), 'program');
    for (const [type, source] of [[gl.VERTEX_SHADER, 'attribute vec2 p;void main(){gl_Position=vec4(p,0.,1.);}'], [gl.FRAGMENT_SHADER, 'void main(){gl_FragColor=vec4(1.);}']] as const) {
        const shader = gl.createShader(type)!;
        gl.shaderSource(shader, source);
        gl.compileShader(shader);
        gl.attachShader(program, shader);
    }
    gl.linkProgram(program);
    gl.useProgram(program);
}

const frames = (count: number): Promise<void> => new Promise((resolve) => {
    const next = (left: number): unknown => (left === 0 ? resolve() : requestAnimationFrame(() => next(left - 1)));
    next(count);
});

async function watch(): Promise<void> {
    const { canvas, firstScreen, contextKind } = window;
    const ours = canvas.getContext(contextKind) as Gl;
    const twin = my.createCanvas();
    twin.width = canvas.width;
    twin.height = canvas.height;
    const untouched = twin.getContext(contextKind, engineAttributes) as Gl;
    const compare = (moment: string): void => {
        const [drawn, fresh] = [describe(ours), describe(untouched)];
        const different = Object.keys(fresh).filter((name) => JSON.stringify(drawn[name]) !== JSON.stringify(fresh[name]));
        console.log(`${moment} (${Object.keys(fresh).length} values): ${different.length === 0 ? 'same' : different.map((name) => `${name} ${JSON.stringify(drawn[name])} for ${JSON.stringify(fresh[name])}`).join(', ')}`);
    };
    compare('first picture');
    await frames(3);
    compare('some frames');
    actAsEngine(ours);
    actAsEngine(untouched);
    compare('engine made');
    firstScreen.report('engine', 0.5);
    await frames(3);
    compare('drawn on');
    firstScreen.fail('failed', () => undefined);
    await frames(3);
    compare('failed');
    firstScreen.report('engine', 1);
    await frames(3);
    firstScreen.release();
    compare('released');
    await frames(3);
    compare('frames later');
    console.log('lost:', ours.isContextLost());
    console.log('done');
}

watch().catch((error: unknown) => console.log('done with', String(error)));
