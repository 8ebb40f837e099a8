/** The part of WebGL that the first screen uses. */
export interface Gl {
    activeTexture(unit: unknown): void;
    attachShader(program: unknown, shader: unknown): void;
    bindAttribLocation(program: unknown, index: number, name: string): void;
    bindBuffer(target: number, buffer: unknown): void;
    bindFramebuffer(target: number, framebuffer: unknown): void;
    bindTexture(target: number, texture: unknown): void;
    bufferData(target: number, data: Float32Array, usage: number): void;
    compileShader(shader: unknown): void;
    createBuffer(): unknown;
    createProgram(): unknown;
    createShader(type: number): unknown;
    createTexture(): unknown;
    deleteBuffer(buffer: unknown): void;
    deleteProgram(program: unknown): void;
    deleteShader(shader: unknown): void;
    deleteTexture(texture: unknown): void;
    disable(capability: number): void;
    disableVertexAttribArray(index: number): void;
    drawArrays(mode: number, first: number, count: number): void;
    enable(capability: number): void;
    enableVertexAttribArray(index: number): void;
    getParameter(name: number): unknown;
    isEnabled(capability: number): boolean;
    linkProgram(program: unknown): void;
    pixelStorei(name: number, value: unknown): void;
    shaderSource(shader: unknown, source: string): void;
    texImage2D(target: number, level: number, internal: number, format: number, type: number, source: unknown): void;
    texParameteri(target: number, name: number, value: number): void;
    useProgram(program: unknown): void;
    vertexAttribPointer(index: number, size: number, type: number, normalized: boolean, stride: number, offset: number): void;
    viewport(x: number, y: number, width: number, height: number): void;
}
