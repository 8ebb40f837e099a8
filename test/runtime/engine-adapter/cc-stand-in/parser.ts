import type { Done, Options, ParseHandler, ParserMembers } from './types';

/** The engine's parser: one handler a type, a type without one passes its file through, parallel parses of an id join. */
export class Parser implements ParserMembers {
    private readonly handlers: Record<string, ParseHandler> = {};
    private readonly parsing = new Map<string, Done[]>();

    constructor(private readonly files: Map<string, unknown>, private readonly parsed: Map<string, unknown>) {
        this.register({
            '.pvr': this.parsePVRTex,
            '.pkm': this.parsePKMTex,
            '.astc': this.parseASTCTex,
            '.plist': this.parsePlist,
            'import': this.parseImport,
        });
    }

    register(type: string | Record<string, ParseHandler>, handler?: ParseHandler): void {
        Object.assign(this.handlers, typeof type === 'string' ? { [type]: handler } : type);
    }

    parsePVRTex(file: unknown, _options: Options, done: Done): void { parseTexture('pvr', file, done); }
    parsePKMTex(file: unknown, _options: Options, done: Done): void { parseTexture('pkm', file, done); }
    parseASTCTex(file: unknown, _options: Options, done: Done): void { parseTexture('astc', file, done); }

    parsePlist(file: unknown, _options: Options, done: Done): void {
        if (typeof file === 'string' && file.includes('<plist')) done(null, { plist: file });
        else done(new Error('parse failed'));
    }

    parseImport(file: unknown, options: Options, done: Done): void {
        if (!file || typeof file !== 'object') {
            done(new Error(`The json file of asset ${String(options['__uuid__'])} is empty or missing`));
            return;
        }
        done(null, { uuid: options['__uuid__'], data: file });
    }

    parse(id: string, file: unknown, type: string, options: Options, onComplete: Done): void {
        if (this.parsed.has(id)) {
            onComplete(null, this.parsed.get(id));
            return;
        }
        const others = this.parsing.get(id);
        if (others) {
            others.push(onComplete);
            return;
        }
        const handler = this.handlers[type];
        if (!handler) {
            onComplete(null, file);
            return;
        }
        this.parsing.set(id, [onComplete]);
        handler(file, options, (error, data) => {
            if (error) this.files.delete(id);
            else this.parsed.set(id, data);
            const callbacks = this.parsing.get(id) || [];
            this.parsing.delete(id);
            for (const callback of callbacks) callback(error, data);
        });
    }
}

/** First bytes of each container, as the engine checks them. */
const textureMagic: Record<string, readonly number[]> = {
    pvr: [0x50, 0x56, 0x52, 0x03],
    pkm: [0x50, 0x4b, 0x4d, 0x20],
    astc: [0x13, 0xab, 0xa1, 0x5c],
};

function parseTexture(kind: string, file: unknown, done: Done): void {
    const bytes = ArrayBuffer.isView(file) || Object.prototype.toString.call(file) === '[object ArrayBuffer]' ? new Uint8Array(file as ArrayBuffer) : undefined;
    if (bytes && textureMagic[kind]!.every((byte, index) => bytes[index] === byte)) done(null, { texture: kind, bytes: bytes.length });
    else done(new Error(`not a ${kind} texture`));
}
