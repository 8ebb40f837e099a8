import { scripts } from '../../../e2e/web-adapter/scripts';
import { answers } from '../../../e2e/web-adapter/answers';
import { startPhone, type Phone, type Scope } from '../phone';
import { decodeFiles, input } from './files';
import type { ProfileName } from '../../../../source/platform';
import type { Scenario } from './names';

const baseUrl = 'https://api.example.com/';

function installAdapter(profile: ProfileName): Phone {
    const phone = startPhone({ profile, packageFiles: decodeFiles(input.adapters) });
    for (const [path, answer] of Object.entries(answers)) phone.host.network.route(({ url }) => url === baseUrl + path, { ...answer });
    phone.modules.run('web-adapter.js');
    return phone;
}

type RunScript = (scope: Scope, given: unknown, baseUrl: string) => unknown;

export const request: Scenario = async (profile) => {
    const phone = installAdapter(profile);
    const { clock, window, host } = phone;
    const run = (name: 'requests' | 'fetches', given: unknown): Promise<unknown> => clock.until(Promise.resolve((scripts[name] as RunScript)(window, given, baseUrl)));
    const cases = ['text', 'json', 'bad-json', 'missing', 'empty', 'nothing'].flatMap((path) => ['', 'json', 'arraybuffer'].map((responseType) => ({ path, method: 'GET', responseType })));
    const requests = await run('requests', [...cases, { path: 'slow', method: 'GET', responseType: 'text', timeout: 100 }, { path: 'text', method: 'post', responseType: '', body: 'x', abortAt: 'readystatechange 2 200' }]);
    const fetches = await run('fetches', ['text', 'json', 'missing', 'nothing']);
    return { requests, fetches, sockets: await talk(phone), asked: host.network.requests.map(({ method, url, headers, body }) => [method, url, headers, body ? Array.from(body) : null]) };
};

/** A server that says everything twice and goes when asked to. */
async function talk({ clock, window, host }: Phone): Promise<string[]> {
    const log: string[] = [];
    host.network.socket('wss://chat.example.com/', (peer) => {
        peer.onMessage = (data) => {
            if (data === 'go') return peer.close(4001, 'as you wish');
            peer.send(data);
            peer.send(data);
        };
    });
    for (const address of ['wss://chat.example.com/room', 'wss://nobody.example.com/']) {
        const socket = new window.WebSocket(address, ['a']);
        socket.binaryType = 'arraybuffer';
        socket.onopen = () => {
            socket.send('grüß 游戏');
            socket.send(Uint8Array.from([0, 255, 7]));
            socket.send('go');
        };
        socket.onmessage = ({ data }: { data: unknown }) => log.push(typeof data === 'string' ? data : `bytes ${Array.from(new Uint8Array(data as ArrayBuffer)).join(' ')}`);
        socket.onclose = ({ code, reason, wasClean }: { code: number; reason: string; wasClean: boolean }) => log.push(`closed ${code} ${reason} ${wasClean}`);
        socket.onerror = () => log.push('error');
        await clock.advance(2000);
        log.push(`state ${socket.readyState}`);
    }
    return log;
}

const texts = ['', 'a', 'grüß', '游戏 😀', '\ud83d', '\udc00x', '\ufeffmark', 'a'.repeat(70), '\u0000\u007f\u0080\u07ff\u0800\uffff'];
const byteRows = [[], [0x41], [0xef, 0xbb, 0xbf, 0x41], [0xe6, 0xb8, 0xb8], [0xe6, 0xb8], [0xf0, 0x9f, 0x98, 0x80], [0xf0, 0x9f], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf5, 0x80], [0xff, 0x41, 0xfe]];
const urls = ['https://u:p@EXAMPLE.com:443/a/../b/./c?x=1&y=%41+#h', 'http://a b/', 'wss://a.b:8443/x', '//h/p', '../x?q#f', 'é/ü?ö#ä', 'http://h:65536/', 'http://[::1]:80/', 'data:text/plain,hello', 'http://h/%zz?<>"\'#`'];
const queries = ['?a=1&a=2&b', 'x=%41+%zz&é=游', '=&==&&', ''];
const documents = [
    '<?xml version="1.0"?><plist><dict><key>frame</key><string>{{2,2},{10,20}}</string><true/></dict></plist>',
    '<map a="1" b=\'&lt;&#65;&#x6e38;\'><!-- note --><layer name="地面"><data><![CDATA[1,2,<3>]]></data></layer></map>',
    '<broken><a></broken>',
    'no xml',
];

export const playWebObjects: Scenario = (profile) => {
    const { window, host } = installAdapter(profile);
    const run = (name: keyof typeof scripts, given: unknown): unknown => (scripts[name] as RunScript)(window, given, baseUrl);
    const describe = (node: Scope): unknown => (node.nodeType === 3 || node.nodeType === 4 ? node.nodeValue : [node.nodeName, Array.from(node.attributes ?? [], ({ name, value }: Scope) => `${name}=${value}`), Array.from(node.childNodes ?? [], describe)]);
    const step = { act: 'add', node: 0, type: 'a', listener: 0, capture: false, once: false, passive: false, bubbles: true, cancelable: true };
    const programs = Array.from({ length: 60 }, () => Array.from({ length: 20 }, () => ({
        ...step, act: ['add', 'add', 'remove', 'handler', 'dispatch'][Math.floor(Math.random() * 5)], node: Math.floor(Math.random() * 5),
        type: ['a', 'b', 'load'][Math.floor(Math.random() * 3)], listener: Math.floor(Math.random() * 9), capture: Math.random() < 0.5, once: Math.random() < 0.3,
    })));
    window.localStorage.setItem('键', '值');
    return {
        // Studio's page has a document and nodes of its own.
        ...(profile === 'studio' ? {} : { events: run('events', programs), tree: run('tree', []) }),
        basics: run('eventBasics', []),
        addresses: run('addresses', urls.flatMap((url) => [[url], [url, 'https://example.com/p/q?r']])),
        queries: run('queries', queries.map((query) => [query, 'a', 'ü &'])),
        base64: run('base64', [...texts, 'YWI', 'YQ==', '=', 'a b\n']),
        utf8: run('utf8', texts.flatMap((text) => byteRows.map((bytes) => ({ text, bytes, cut: 1 })))),
        parsed: documents.map((text) => describe(new window.DOMParser().parseFromString(text, 'text/xml'))),
        stored: [window.localStorage.getItem('键'), window.localStorage.length, window.localStorage.key(0)],
        // No locale of the engine's may be asked for what a game shows or compares.
        formatted: [[10, 9, 1].sort(), (0.1 + 0.2).toFixed(10), (1e21).toString(), (255).toString(36), new window.Date(0).toISOString(), [...'游😀'].length, 'ß'.toUpperCase()],
        browser: [window.navigator.userAgent, window.navigator.language, window.location.href, window.innerWidth, window.devicePixelRatio, window.screen.width],
        storage: host.disk.list().length,
    };
};
