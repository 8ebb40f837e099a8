import type { HostSwitches, MyCanvas } from '../../platform';
import { attempt, callHost, type Host } from '../../runtime/my/host';

/** The part of a 2d context that is drawn with. */
export interface Pen {
    fillStyle: string;
    font: string;
    textBaseline: string;
    textAlign: string;
    fillRect(x: number, y: number, width: number, height: number): void;
    fillText(text: string, x: number, y: number, width?: number): void;
    measureText(text: string): { readonly width: number };
    setTransform(a: number, b: number, c: number, d: number, e: number, f: number): void;
}

/** The screen as the probe uses it, and what it showed of the host while it was made. */
export interface ProbeCanvas {
    readonly canvas: MyCanvas;
    /** Logical pixels. */
    readonly width: number;
    readonly height: number;
    readonly webgl2: boolean | undefined;
    /** How WebGL names a uniform; undefined where there is no WebGL. */
    readonly uniformLocations: HostSwitches['uniformLocations'] | undefined;
    /** Draws a picture anew and shows it from the next frame on. */
    draw(paint: (pen: Pen) => void): void;
    /** Puts the picture on the screen once more: hosts may show a frame late (platform facts 4.1 #8). */
    present(): void;
}

interface Gl {
    readonly [constant: string]: unknown;
}
type GlCalls = Readonly<Record<string, (...values: readonly unknown[]) => unknown>>;

const vertexShader = 'attribute vec2 place; varying vec2 point; void main() { point = vec2(place.x, 1.0 - place.y); gl_Position = vec4(place * 2.0 - 1.0, 0.0, 1.0); }';
const fragmentShader = 'precision mediump float; uniform sampler2D picture; varying vec2 point; void main() { gl_FragColor = texture2D(picture, point); }';

/**
 * Opens the screen the way an engine does: the first canvas, `webgl2` if the host gives it, else `webgl`, else `2d`.
 * Text is drawn on a second canvas and goes to WebGL as a texture.
 */
export function openCanvas(my: Host): ProbeCanvas {
    const given = callHost(my, 'getSystemInfoSync');
    const info = given && given.windowWidth > 0 && given.windowHeight > 0 ? given : { windowWidth: 667, windowHeight: 375, pixelRatio: 2 };
    // The game is landscape, whatever the host says of its sizes (platform facts 4.1 #1).
    const [height, width] = [info.windowWidth, info.windowHeight].sort((one, other) => one - other) as [number, number];
    const ratio = Math.min(3, info.pixelRatio || 1);
    const canvas = my.createCanvas!();
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    // The picture stays when no frame comes: for a screenshot, and where the host misses one.
    const attributes = { preserveDrawingBuffer: true };
    const second = attempt(() => canvas.getContext('webgl2', attributes)) as Gl | null | undefined;
    const gl = second || canvas.getContext('webgl', attributes) as Gl | null;
    if (!gl) {
        const pen = canvas.getContext('2d') as Pen;
        return { canvas, width, height, webgl2: undefined, uniformLocations: undefined, draw: (paint) => paintOn(pen, ratio, paint), present: () => {} };
    }
    const sheet = my.createCanvas!();
    sheet.width = canvas.width;
    sheet.height = canvas.height;
    const pen = sheet.getContext('2d') as Pen;
    const quad = createQuad(gl, canvas);
    return {
        canvas, width, height,
        webgl2: second !== null && second !== undefined,
        uniformLocations: typeof quad.location === 'number' ? 'number' : 'object',
        draw(paint) {
            paintOn(pen, ratio, paint);
            quad.upload(sheet);
            quad.draw();
        },
        present: quad.draw,
    };
}

function paintOn(pen: Pen, ratio: number, paint: (pen: Pen) => void): void {
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    paint(pen);
}

/** A texture over the whole canvas. */
function createQuad(gl: Gl, canvas: MyCanvas): { readonly location: unknown; upload(sheet: MyCanvas): void; draw(): void } {
    const call = gl as GlCalls;
    const program = call['createProgram']!();
    for (const [kind, source] of [['VERTEX_SHADER', vertexShader], ['FRAGMENT_SHADER', fragmentShader]] as const) {
        const shader = call['createShader']!(gl[kind]);
        call['shaderSource']!(shader, source);
        call['compileShader']!(shader);
        call['attachShader']!(program, shader);
    }
    call['bindAttribLocation']!(program, 0, 'place');
    call['linkProgram']!(program);
    call['useProgram']!(program);
    const location = call['getUniformLocation']!(program, 'picture');
    call['uniform1i']!(location, 0);
    call['bindBuffer']!(gl['ARRAY_BUFFER'], call['createBuffer']!());
    call['bufferData']!(gl['ARRAY_BUFFER'], Float32Array.of(0, 0, 1, 0, 0, 1, 1, 1), gl['STATIC_DRAW']);
    call['enableVertexAttribArray']!(0);
    call['vertexAttribPointer']!(0, 2, gl['FLOAT'], false, 0, 0);
    call['activeTexture']!(gl['TEXTURE0']);
    call['bindTexture']!(gl['TEXTURE_2D'], call['createTexture']!());
    for (const [name, value] of [['TEXTURE_MIN_FILTER', 'LINEAR'], ['TEXTURE_MAG_FILTER', 'LINEAR'], ['TEXTURE_WRAP_S', 'CLAMP_TO_EDGE'], ['TEXTURE_WRAP_T', 'CLAMP_TO_EDGE']] as const) {
        call['texParameteri']!(gl['TEXTURE_2D'], gl[name], gl[value]);
    }
    return {
        location,
        upload: (sheet) => void call['texImage2D']!(gl['TEXTURE_2D'], 0, gl['RGBA'], gl['RGBA'], gl['UNSIGNED_BYTE'], sheet),
        draw() {
            call['viewport']!(0, 0, canvas.width, canvas.height);
            call['drawArrays']!(gl['TRIANGLE_STRIP'], 0, 4);
        },
    };
}
