import type { MyCanvas } from '../../platform/my';
import { attempt } from '../my/host';
import type { Gl } from './gl';

/** A canvas that is shown in a place of the screen. */
export interface Layer {
    readonly canvas: MyCanvas;
    /** As WebGL has its viewport: left, bottom, width, height, in pixels from the screen's lower left corner. */
    place: readonly [number, number, number, number];
    /** What is on the canvas is not what was painted last. */
    changed: boolean;
    texture?: unknown;
}

export interface Painter {
    /** Shows opaque layers, the first one lowest, and leaves the context's state as it was. */
    paint(layers: readonly Layer[]): void;
    /** Deletes all that was made. */
    destroy(layers: readonly Layer[]): void;
}

// By number, not as members of the context: far shorter once minified.
const arrayBuffer = 0x8892;
const texture2D = 0x0de1;
const flipY = 0x9240;
/** What would keep a part of the picture away: blending, culling, depth, scissor, stencil. */
const capabilities = [0x0be2, 0x0b44, 0x0b71, 0x0c11, 0x0b90];
/** The last index that every context has; an engine that has set attributes before its first frame began at 0. */
const corner = 7;

const shaders = [
    'attribute vec4 a;varying vec2 v;void main(){v=.5-a.xy*vec2(-.5,.5);gl_Position=a;}',
    'precision mediump float;uniform sampler2D t;varying vec2 v;void main(){gl_FragColor=texture2D(t,v);}',
];

/**
 * Makes what paints layers with WebGL.
 *
 * The engine remembers what it bound and set, and asks for nothing twice (engine 3.8.5 gfx/webgl/webgl-state-cache.ts):
 * all state that is touched is noted before and brought back after each picture, so that painting between the
 * engine's own steps does it no harm. Layers are opaque, which leaves the state of blending alone.
 * @param framebuffer the target to bind: WebGL 2 binds drawing apart from reading.
 */
export function createPainter(gl: Gl, framebuffer: number): Painter {
    const program = gl.createProgram();
    shaders.forEach((source, index) => {
        const shader = gl.createShader(0x8b31 - index);
        gl.shaderSource(shader, source);
        gl.compileShader(shader);
        gl.attachShader(program, shader);
        // It lives on with the program.
        gl.deleteShader(shader);
    });
    gl.bindAttribLocation(program, corner, 'a');
    gl.linkProgram(program);
    const corners = gl.createBuffer();

    return {
        paint(layers) {
            const [oldProgram, oldBuffer, oldFramebuffer, flipped, unit] = [0x8b8d, 0x8894, 0x8ca6, flipY, 0x84e0].map((name) => gl.getParameter(name));
            // Before anything is touched: a host that cannot tell ends the first screen here.
            const [...viewport] = gl.getParameter(0x0ba2) as Layer['place'];
            const enabled = capabilities.filter((name) => gl.isEnabled(name));
            gl.activeTexture(0x84c0);
            const texture = gl.getParameter(0x8069);

            try {
                gl.useProgram(program);
                gl.bindFramebuffer(framebuffer, null);
                gl.pixelStorei(flipY, 0);
                for (const name of enabled) gl.disable(name);
                gl.bindBuffer(arrayBuffer, corners);
                // A triangle around the viewport, which cuts it. Four components, as an attribute has by default: nothing of it needs to be reset.
                gl.bufferData(arrayBuffer, new Float32Array([-1, -1, 0, 1, 3, -1, 0, 1, -1, 3, 0, 1]), 0x88e4);
                gl.vertexAttribPointer(corner, 4, 0x1406, false, 0, 0);
                gl.enableVertexAttribArray(corner);
                for (const layer of layers) {
                    gl.bindTexture(texture2D, layer.texture = layer.texture || gl.createTexture());
                    if (layer.changed) {
                        gl.texImage2D(texture2D, 0, 0x1908, 0x1908, 0x1401, layer.canvas);
                        // Linear, and no repetition: sizes need not be powers of two then.
                        for (let name = 0x2800; name < 0x2804; name++) gl.texParameteri(texture2D, name, name < 0x2802 ? 0x2601 : 0x812f);
                    }
                    gl.viewport(...layer.place);
                    gl.drawArrays(4, 0, 3);
                }
            } finally {
                // Each by itself: one that a host refuses must not keep the engine from getting back the others.
                [
                    () => gl.disableVertexAttribArray(corner),
                    () => gl.bindBuffer(arrayBuffer, oldBuffer),
                    ...enabled.map((name) => () => gl.enable(name)),
                    () => gl.pixelStorei(flipY, flipped),
                    () => gl.viewport(...viewport),
                    () => gl.bindFramebuffer(framebuffer, oldFramebuffer),
                    () => gl.useProgram(oldProgram),
                    () => gl.bindTexture(texture2D, texture),
                    () => gl.activeTexture(unit),
                ].forEach(attempt);
            }
        },
        destroy(layers) {
            for (const { texture } of layers) gl.deleteTexture(texture);
            gl.deleteBuffer(corners);
            gl.deleteProgram(program);
        },
    };
}
