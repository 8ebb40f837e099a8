import type { GlobalScope, Host } from '../../my/host';
import type { EngineServices } from '../../my/engine-services';
import type { Timers } from '../../my/files';
import { createSounds } from '../../my/sounds';
import { createTextInput } from '../../my/text-input';
import { atob, btoa } from '../bom/base64';
import { TextDecoder, TextEncoder } from '../bom/text-encoding';
import { URL } from '../bom/url';
import { URLSearchParams } from '../bom/url-search-params';
import { createAudioClass } from '../media/audio';
import { createAbortClasses } from '../net/abort';
import { Headers, Response, createFetch } from '../net/fetch';
import { createWebSocket } from '../net/web-socket';
import { createXMLHttpRequest } from '../net/xml-http-request';
import type { EventKit } from './event-kit';
import type { serviceNames } from './names';

export type Services = Readonly<Record<typeof serviceNames[number], unknown>> & EngineServices;

/** Makes the services of one scope, over `my`. */
export function createServices(scope: GlobalScope, my: Host, kit: EventKit): Services {
    const XMLHttpRequest = createXMLHttpRequest(scope, my, kit);
    const Audio = createAudioClass(my, kit);
    return Object.assign({
        atob, btoa, TextDecoder, TextEncoder, URL, URLSearchParams, Headers, Response, XMLHttpRequest, Audio,
        HTMLAudioElement: Audio,
        WebSocket: createWebSocket(scope, my, kit),
        createSounds: () => createSounds(my, scope as unknown as Timers),
        createTextInput: () => createTextInput(my, scope as unknown as Timers),
    }, createAbortClasses(kit), createFetch(scope, XMLHttpRequest));
}
