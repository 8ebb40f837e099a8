import type { EventKit } from '../services/event-kit';
import { encodeBase64 } from './base64';
import { Blob, bytesOfBlob } from './blob';
import { DOMException } from './dom-exception';
import { TextDecoder } from './text-encoding';

/** `FileReader` for a host without one. A blob is in memory: a reading takes one task and cannot fail. */
export function createFileReader({ EventTarget, ProgressEvent, defineHandlers, dispatch }: EventKit): object {
    class FileReader extends EventTarget {
        readyState = 0;
        result: string | ArrayBuffer | null = null;
        error: Error | null = null;
        private reading?: object | undefined;

        readAsArrayBuffer(blob: Blob): void {
            this.read(blob, (bytes) => bytes.slice().buffer as ArrayBuffer);
        }

        readAsText(blob: Blob, label = 'utf-8'): void {
            this.read(blob, (bytes) => {
                // A label that none knows means UTF-8 here.
                const known = /^\s*utf-?16(le)?\s*$/i.test(label) ? label : 'utf-8';
                return new TextDecoder(known).decode(bytes);
            });
        }

        readAsDataURL(blob: Blob): void {
            this.read(blob, (bytes) => `data:${blob.type || 'application/octet-stream'};base64,${encodeBase64(bytes)}`);
        }

        readAsBinaryString(blob: Blob): void {
            this.read(blob, (bytes) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
        }

        abort(): void {
            if (this.readyState !== 1) {
                this.result = null;
                return;
            }
            this.reading = undefined;
            Object.assign(this, { readyState: 2, result: null, error: new DOMException('FileReader: aborted', 'AbortError') });
            this.tell('abort', 0);
            this.tell('loadend', 0);
        }

        private read(blob: Blob, convert: (bytes: Uint8Array) => string | ArrayBuffer): void {
            if (!(blob instanceof Blob)) throw new TypeError('FileReader: what is to be read is no Blob');
            if (this.readyState === 1) throw new DOMException('FileReader: it is reading already', 'InvalidStateError');
            const reading = this.reading = {};
            const bytes = bytesOfBlob(blob);
            Object.assign(this, { readyState: 1, result: null, error: null });
            const step = (run: () => void): Promise<void> => Promise.resolve().then(() => {
                if (this.reading === reading) run();
            });
            void step(() => this.tell('loadstart', 0))
                .then(() => step(() => bytes.length && this.tell('progress', bytes.length)))
                .then(() => step(() => {
                    this.result = convert(bytes);
                    this.readyState = 2;
                    this.tell('load', bytes.length);
                    // A listener may have begun another reading.
                    if (this.readyState === 2) this.tell('loadend', bytes.length);
                }));
        }

        private tell(type: string, loaded: number): void {
            dispatch(this, new ProgressEvent(type, { loaded, total: loaded, lengthComputable: loaded > 0 }));
        }
    }
    for (const owner of [FileReader, FileReader.prototype]) Object.assign(owner, { EMPTY: 0, LOADING: 1, DONE: 2 });
    defineHandlers(FileReader.prototype, 'loadstart progress load abort error loadend');
    return FileReader;
}
