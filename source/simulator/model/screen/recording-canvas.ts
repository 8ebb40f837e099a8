import type { HostSwitches } from '../../../platform';
import type { ContextKind, MyCanvas } from '../../../platform/my';

/** One drawing call on a recording canvas. */
export interface DrawingCall {
    readonly name: string;
    readonly args: readonly unknown[];
}

/** A canvas that draws nothing and notes what is asked of it: for tests in Node. */
export interface RecordingCanvas extends MyCanvas {
    readonly drawn: readonly DrawingCall[];
    readonly contextKind: ContextKind | undefined;
    /** Takes the WebGL context away for good: it notes no call from then on, and answers as a lost one does. */
    loseContext(): void;
}

/** Stand for WebGL's classes where nothing is drawn: a recording context is an instance of its own. */
export const recordingClasses = {
    WebGLRenderingContext: class WebGLRenderingContext {},
    WebGL2RenderingContext: class WebGL2RenderingContext {},
};

/** WebGL constants that drawing code reads to decide something, by their standard values. */
const constants: Readonly<Record<string, number>> = {
    COMPILE_STATUS: 0x8b81, LINK_STATUS: 0x8b82, VERTEX_SHADER: 0x8b31, FRAGMENT_SHADER: 0x8b30, COLOR_BUFFER_BIT: 0x4000, DEPTH_BUFFER_BIT: 0x100,
    TRIANGLES: 4, FLOAT: 0x1406, ARRAY_BUFFER: 0x8892, STATIC_DRAW: 0x88e4, MAX_TEXTURE_SIZE: 0x0d33, VIEWPORT: 0x0ba2, NO_ERROR: 0, FRAMEBUFFER_COMPLETE: 0x8cd5,
};

/** What a lost context answers; to all else it says nothing (WebGL 1.0, 5.14). */
const lostAnswers: Readonly<Record<string, unknown>> = {
    isContextLost: true, getError: 0x9242, checkFramebufferStatus: 0x8cdd, getAttribLocation: -1, isEnabled: false,
    createBuffer: null, createFramebuffer: null, createProgram: null, createRenderbuffer: null, createShader: null, createTexture: null,
    getContextAttributes: null, getExtension: null, getParameter: null, getUniformLocation: null,
};

export function createRecordingCanvas(width: number, height: number, switches: HostSwitches): RecordingCanvas {
    const drawn: DrawingCall[] = [];
    let context: object | undefined;
    let contextKind: ContextKind | undefined;
    let isLost = false;
    const canvas: RecordingCanvas = {
        width,
        height,
        drawn,
        get contextKind() { return contextKind; },
        getContext(kind) {
            if (kind === 'webgl2' && !switches.webgl2) return null;
            if (kind !== '2d' && kind !== 'webgl' && kind !== 'webgl2') return null;
            if (contextKind !== undefined) return kind === contextKind ? context : null;
            contextKind = kind;
            context = createRecordingContext(kind, canvas, drawn, switches, () => isLost);
            return context;
        },
        loseContext() { isLost = contextKind !== undefined && contextKind !== '2d'; },
        toDataURL: () => 'data:image/png;base64,',
    };
    return canvas;
}

function createRecordingContext(kind: ContextKind, canvas: MyCanvas, drawn: DrawingCall[], { uniformLocations }: HostSwitches, isLost: () => boolean): object {
    const answers: Readonly<Record<string, (...args: readonly unknown[]) => unknown>> = {
        measureText: (text) => ({ width: String(text).length * 8 }),
        getImageData: (_x, _y, width, height) => ({ width, height, data: new Uint8ClampedArray(Number(width) * Number(height) * 4) }),
        createLinearGradient: () => ({ addColorStop() {} }),
        getExtension: () => null,
        getSupportedExtensions: () => [],
        getParameter: (name) => (name === constants['MAX_TEXTURE_SIZE'] ? 4096 : name === constants['VIEWPORT'] ? new Int32Array([0, 0, canvas.width, canvas.height]) : 0),
        getShaderParameter: () => true,
        getProgramParameter: () => true,
        getShaderInfoLog: () => '',
        getProgramInfoLog: () => '',
        getUniformLocation: () => (uniformLocations === 'number' ? 0 : {}),
        getAttribLocation: () => 0,
        getError: () => 0,
        isContextLost: () => false,
        checkFramebufferStatus: () => constants['FRAMEBUFFER_COMPLETE'],
        getContextAttributes: () => ({ alpha: true, antialias: false, depth: true, stencil: true }),
        getShaderPrecisionFormat: () => ({ precision: 23, rangeMin: 127, rangeMax: 127 }),
    };
    const { prototype } = kind === '2d' ? Object : recordingClasses[kind === 'webgl' ? 'WebGLRenderingContext' : 'WebGL2RenderingContext'];
    const own: Record<string | symbol, unknown> = Object.assign(Object.create(prototype) as object, { canvas, ...(kind === '2d' ? {} : { ...constants, drawingBufferWidth: canvas.width, drawingBufferHeight: canvas.height }) });
    return new Proxy(own, {
        get(target, name) {
            if (name in target || typeof name === 'symbol' || /^[A-Z0-9_]+$/.test(name) || name === 'then') return target[name];
            const record = (...args: readonly unknown[]): unknown => {
                if (isLost()) return lostAnswers[name];
                drawn.push({ name, args });
                const answer = answers[name];
                if (answer) return answer(...args);
                return name.startsWith('create') ? {} : undefined;
            };
            target[name] = record;
            return record;
        },
    });
}
