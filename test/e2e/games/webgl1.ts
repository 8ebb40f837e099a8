// A game of our own on WebGL 1: a gradient, a picture with alpha on it, a text drawn by a 2d canvas.
import { loadPicture, logTouches, openScreen } from './game-canvas';

const vertexShader = `
attribute vec2 corner;
uniform vec4 box;
varying vec2 place;
void main() {
    place = corner;
    gl_Position = vec4(mix(box.xy, box.zw, corner), 0.0, 1.0);
}`;
const gradientShader = `
precision mediump float;
varying vec2 place;
uniform vec3 low;
uniform vec3 high;
void main() { gl_FragColor = vec4(mix(low, high, place.y), 1.0); }`;
const pictureShader = `
precision mediump float;
varying vec2 place;
uniform sampler2D picture;
void main() { gl_FragColor = texture2D(picture, place); }`;

const canvas = openScreen();
const context = canvas.getContext('webgl', { antialias: false });
if (!context) throw new Error('this game needs WebGL');
const gl: WebGLRenderingContext = context;

function createProgram(fragmentShader: string): WebGLProgram {
    const program = gl.createProgram();
    for (const [kind, source] of [[gl.VERTEX_SHADER, vertexShader], [gl.FRAGMENT_SHADER, fragmentShader]] as const) {
        const shader = gl.createShader(kind);
        if (!shader) throw new Error('no shader');
        gl.shaderSource(shader, source);
        gl.compileShader(shader);
        if (!gl.getShaderParameter(shader, gl.COMPILE_STATUS)) throw new Error(String(gl.getShaderInfoLog(shader)));
        gl.attachShader(program, shader);
    }
    gl.bindAttribLocation(program, 0, 'corner');
    gl.linkProgram(program);
    if (!gl.getProgramParameter(program, gl.LINK_STATUS)) throw new Error(String(gl.getProgramInfoLog(program)));
    return program;
}

function createTexture(source: TexImageSource): WebGLTexture {
    const texture = gl.createTexture();
    gl.bindTexture(gl.TEXTURE_2D, texture);
    gl.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, 1);
    gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, 1);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, source);
    for (const name of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T]) gl.texParameteri(gl.TEXTURE_2D, name, gl.CLAMP_TO_EDGE);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR);
    return texture;
}

function drawSign(): HTMLCanvasElement {
    const sign = document.createElement('canvas');
    sign.width = 256;
    sign.height = 64;
    const painter = sign.getContext('2d');
    if (!painter) throw new Error('no 2d context');
    painter.fillStyle = '#ffffff';
    painter.fillRect(8, 8, 240, 48);
    painter.fillStyle = '#d4380d';
    painter.font = 'bold 36px sans-serif';
    painter.fillText('WebGL 1', 24, 44);
    return sign;
}

void loadPicture().then((picture) => {
    const gradient = createProgram(gradientShader);
    const pictured = createProgram(pictureShader);
    const textures = [createTexture(picture), createTexture(drawSign())] as const;
    const corners = gl.createBuffer();
    gl.bindBuffer(gl.ARRAY_BUFFER, corners);
    gl.bufferData(gl.ARRAY_BUFFER, new Float32Array([0, 0, 1, 0, 0, 1, 1, 1]), gl.STATIC_DRAW);
    gl.enableVertexAttribArray(0);
    gl.vertexAttribPointer(0, 2, gl.FLOAT, false, 0, 0);

    const draw = (): void => {
        gl.viewport(0, 0, canvas.width, canvas.height);
        gl.disable(gl.BLEND);
        gl.useProgram(gradient);
        gl.uniform3f(gl.getUniformLocation(gradient, 'low'), 0.1, 0.2, 0.6);
        gl.uniform3f(gl.getUniformLocation(gradient, 'high'), 0.9, 0.6, 0.2);
        gl.uniform4f(gl.getUniformLocation(gradient, 'box'), -1, -1, 1, 1);
        gl.drawArrays(gl.TRIANGLE_STRIP, 0, 4);
        gl.enable(gl.BLEND);
        gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
        gl.useProgram(pictured);
        gl.uniform1i(gl.getUniformLocation(pictured, 'picture'), 0);
        for (const [texture, box] of [[textures[0], [-0.6, 0, 0.6, 0.7]], [textures[1], [-0.7, -0.5, 0.7, -0.3]]] as const) {
            gl.bindTexture(gl.TEXTURE_2D, texture);
            gl.uniform4fv(gl.getUniformLocation(pictured, 'box'), box);
            gl.drawArrays(gl.TRIANGLE_STRIP, 0, 4);
        }
        requestAnimationFrame(draw);
    };
    requestAnimationFrame(draw);
});
logTouches(canvas);
