import type { GlobalScope, Host } from '../../my/host';
import { Blob, File } from '../bom/blob';
import { DOMException } from '../bom/dom-exception';
import { createFileReader } from '../bom/file-reader';
import { createRandomUUID, type RandomSource } from '../bom/random-uuid';
import { structuredClone } from '../bom/structured-clone';
import { URL } from '../bom/url';
import { URLSearchParams } from '../bom/url-search-params';
import { createAudioClass } from '../media/audio';
import { createAbortClasses } from '../net/abort';
import { createFetch } from '../net/fetch';
import { FormData } from '../net/form-data';
import { Headers } from '../net/headers';
import { Response } from '../net/response';
import { createWebSocket } from '../net/web-socket';
import { createXMLHttpRequest } from '../net/xml-http-request';
import type { EventKit } from './event-kit';
import type { serviceNames } from './names';

export type Services = Readonly<Record<typeof serviceNames[number] | 'randomUUID', unknown>>;

/** Makes the services of one scope, over `my`. */
export function createServices(scope: GlobalScope, my: Host, kit: EventKit): Services {
    const XMLHttpRequest = createXMLHttpRequest(scope, my, kit);
    const Audio = createAudioClass(my, kit);
    return Object.assign({
        Blob, DOMException, File, FormData, URL, URLSearchParams, Headers, Response, XMLHttpRequest, Audio, structuredClone,
        FileReader: createFileReader(kit),
        randomUUID: createRandomUUID(() => scope['crypto'] as RandomSource),
        HTMLAudioElement: Audio,
        WebSocket: createWebSocket(scope, my, kit),
    }, createAbortClasses(scope, kit), createFetch(scope, XMLHttpRequest));
}
