import type { Picture } from './picture';

/** Red, green, blue, alpha; each 0 to 1, not premultiplied. */
export type Colour = readonly [number, number, number, number];

const vertexShader = `
attribute vec2 position;
attribute vec2 coordinate;
attribute vec4 colour;
varying vec2 v_coordinate;
varying vec4 v_colour;
void main() {
    v_coordinate = coordinate;
    v_colour = colour;
    gl_Position = vec4(position, 0.0, 1.0);
}`;

/** softness 0: flat, 1: a disc of light that fades to its rim, 2: a picture, 3: a ring. */
const fragmentShader = `
precision mediump float;
uniform float shape;
uniform sampler2D picture;
varying vec2 v_coordinate;
varying vec4 v_colour;
void main() {
    vec4 colour = v_colour;
    if (shape > 2.5) {
        float away = abs(length(v_coordinate * 2.0 - 1.0) - 0.86);
        colour.a *= smoothstep(0.14, 0.0, away);
    } else if (shape > 1.5) {
        colour *= texture2D(picture, v_coordinate);
    } else if (shape > 0.5) {
        float light = max(0.0, 1.0 - length(v_coordinate * 2.0 - 1.0));
        colour.a *= light * light;
    }
    gl_FragColor = vec4(colour.rgb * colour.a, colour.a);
}`;

const floatsPerVertex = 8;
const maxVertices = 6 * 2048;

type Shape = 0 | 1 | 2 | 3;

/**
 * Draws coloured triangles, discs of light, rings and pictures in one pass over the canvas.
 * Lengths are in screen widths: x goes from 0 to 1, y from 0 (bottom) to `height`.
 */
export class Painter {
    private readonly vertices = new Float32Array(maxVertices * floatsPerVertex);
    private readonly shapeUniform: WebGLUniformLocation | null;
    private used = 0;
    private shape: Shape = 0;
    private picture: Picture | undefined;
    /** The screen's height in screen widths. */
    height = 1;

    constructor(private readonly gl: WebGLRenderingContext) {
        const program = linkProgram(gl);
        this.shapeUniform = gl.getUniformLocation(program, 'shape');
        gl.useProgram(program);
        gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
        gl.bufferData(gl.ARRAY_BUFFER, this.vertices.byteLength, gl.DYNAMIC_DRAW);
        bindAttribute(gl, program, 'position', 2, 0);
        bindAttribute(gl, program, 'coordinate', 2, 2);
        bindAttribute(gl, program, 'colour', 4, 4);
        gl.enable(gl.BLEND);
        gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    }

    /** Starts a frame on a canvas of this size in pixels. */
    begin(width: number, height: number): void {
        this.height = height / width;
        this.gl.viewport(0, 0, width, height);
    }

    /** Sends what is left to the graphics card. */
    end(): void {
        this.flush();
    }

    /** Makes a picture of an image or a canvas. */
    makePicture(source: HTMLImageElement | HTMLCanvasElement): Picture {
        const { gl } = this;
        const texture = gl.createTexture();
        gl.bindTexture(gl.TEXTURE_2D, texture);
        gl.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, 1);
        gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, source);
        gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
        gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
        gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR);
        gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.LINEAR);
        this.picture = undefined;
        return { texture, width: source.width, height: source.height };
    }

    /** A four-cornered patch: corners counter-clockwise from bottom left, a colour below and one above. */
    patch(corners: readonly [number, number, number, number, number, number, number, number], below: Colour, above: Colour): void {
        const [x0, y0, x1, y1, x2, y2, x3, y3] = corners;
        this.use(0);
        this.quad([x0, y0, x1, y1, x2, y2, x3, y3], below, above);
    }

    /** A disc of light with its centre at x, y; radii in screen widths. */
    light(x: number, y: number, radius: number, colour: Colour, radiusY = radius): void {
        this.use(1);
        this.box(x, y, radius, radiusY, colour);
    }

    ring(x: number, y: number, radius: number, colour: Colour, radiusY = radius): void {
        this.use(3);
        this.box(x, y, radius, radiusY, colour);
    }

    /** A picture with its centre at x, y. */
    image(picture: Picture, x: number, y: number, halfWidth: number, halfHeight: number, tint: Colour): void {
        if (picture !== this.picture) {
            this.flush();
            this.picture = picture;
            this.gl.bindTexture(this.gl.TEXTURE_2D, picture.texture);
        }
        this.use(2);
        this.box(x, y, halfWidth, halfHeight, tint);
    }

    private box(x: number, y: number, halfWidth: number, halfHeight: number, colour: Colour): void {
        const [left, right, bottom, top] = [x - halfWidth, x + halfWidth, y - halfHeight, y + halfHeight];
        this.quad([left, bottom, right, bottom, right, top, left, top], colour, colour);
    }

    private use(shape: Shape): void {
        if (shape === this.shape) return;
        this.flush();
        this.shape = shape;
    }

    private quad(corners: readonly number[], below: Colour, above: Colour): void {
        if (this.used + 6 > maxVertices) this.flush();
        for (const corner of [0, 1, 2, 0, 2, 3]) {
            const x = corners[corner * 2] ?? 0;
            const y = corners[corner * 2 + 1] ?? 0;
            const colour = corner < 2 ? below : above;
            const u = corner === 1 || corner === 2 ? 1 : 0;
            const v = corner < 2 ? 0 : 1;
            this.vertices.set([x * 2 - 1, (y / this.height) * 2 - 1, u, v, ...colour], this.used * floatsPerVertex);
            this.used += 1;
        }
    }

    private flush(): void {
        if (this.used === 0) return;
        const { gl } = this;
        gl.uniform1f(this.shapeUniform, this.shape);
        gl.bufferSubData(gl.ARRAY_BUFFER, 0, this.vertices.subarray(0, this.used * floatsPerVertex));
        gl.drawArrays(gl.TRIANGLES, 0, this.used);
        this.used = 0;
    }
}

function bindAttribute(gl: WebGLRenderingContext, program: WebGLProgram, name: string, size: number, offset: number): void {
    const location = gl.getAttribLocation(program, name);
    gl.enableVertexAttribArray(location);
    gl.vertexAttribPointer(location, size, gl.FLOAT, false, floatsPerVertex * 4, offset * 4);
}

function linkProgram(gl: WebGLRenderingContext): WebGLProgram {
    const program = gl.createProgram();
    if (!program) throw new Error('WebGL gives no program: the context is lost.');
    for (const [type, source] of [[gl.VERTEX_SHADER, vertexShader], [gl.FRAGMENT_SHADER, fragmentShader]] as const) {
        const shader = gl.createShader(type);
        if (!shader) throw new Error('WebGL gives no shader: the context is lost.');
        gl.shaderSource(shader, source);
        gl.compileShader(shader);
        if (!gl.getShaderParameter(shader, gl.COMPILE_STATUS)) throw new Error(gl.getShaderInfoLog(shader) ?? 'A shader does not compile.');
        gl.attachShader(program, shader);
    }
    gl.linkProgram(program);
    if (!gl.getProgramParameter(program, gl.LINK_STATUS)) throw new Error(gl.getProgramInfoLog(program) ?? 'The shaders do not link.');
    return program;
}
