import { describe, expect, it } from 'vitest';
import { downloadFile, statusIn } from '../../../source/runtime/my/download';
import type { HostError } from '../../../source/runtime/my/errors';
import { createAlipayHost, createVirtualClock } from '../../../source/simulator/model';

/** What a download of the address rejects with when the host says so. */
function failWith(url: string, errorMessage: string): Promise<HostError> {
    const clock = createVirtualClock();
    const host = createAlipayHost({ clock });
    host.faults.add({ kind: 'fail', error: 12, errorMessage, api: 'downloadFile', at: 1 });
    return clock.until(downloadFile(host.my, url, {}, host.globals as never).then(() => expect.unreachable(), (error: HostError) => error));
}

describe('the text of a failure', () => {
    it.each([
        ['the server answered 503', 503], ['http status error: 404', 404], ['HTTP 404', 404], ['HTTP/1.1 404 Not Found', 404], ['status 404', 404],
        ['status code 404', 404], ['status=404', 404], ['statusCode: 404', 404], ['{"statusCode":404}', 404], ['{"http_status": "502"}', 502],
        ['httpStatusCode 429', 429], ['download failed: 404 Not Found', 404], ['500 Internal Server Error', 500], ['(403 Forbidden)', 403],
        ['The requested URL returned error: 404', 404], ['response code: 416', 416], ['server responded with 503', 503],
        ['下载失败，状态码404', 404], ['HTTP状态码：502', 502], ['响应码为 403', 403], ['服务器返回404', 404],
    ])('%s tells the status %i', (text, status) => {
        expect(statusIn(text)).toBe(status);
    });

    it.each([
        'x at line 12:430', 'download.js:404:12', 'at HttpClient.java:430', 'Failed to connect to cdn.example.com/10.0.0.7:443', 'server:443 refused',
        'connect to cdn.example.com port 443 failed: Connection refused', 'no route to host 10.0.4.404', 'connect 192.168.1.20:500', 'no connection for https://cdn.example.com/status/404/a.png',
        'timeout after 500 ms', 'got 404 bytes of 512', 'error 10028', 'http://10.0.0.7:443/status 4044', 'response time 450 ms', '已下载 404 字节', '', 'undefined',
    ])('%s tells none', (text) => {
        expect(statusIn(text)).toBeUndefined();
    });
});

describe('a failed download', () => {
    it('has the HTTP status that the host tells in its text as its code', async () => {
        expect(await failWith('https://cdn.example.com/a.png', 'the server answered 503')).toMatchObject({ code: 503 });
    });

    it('whose text has the number of a line is tried again as any other', async () => {
        expect(await failWith('https://cdn.example.com/a.png', 'x at line 12:430')).toMatchObject({ kind: 'offline', code: 12 });
    });

    it('takes no number in its address for a status', async () => {
        const url = 'https://cdn.example.com/v/412/a.png';
        expect(await failWith(url, `no connection for ${url}`)).toMatchObject({ kind: 'offline', code: 12 });
    });

    it.each(['Failed to connect to cdn.example.com/10.0.0.7:443', 'connect to cdn.example.com port 443 failed: Connection refused'])('takes the port of https for no status, which would keep it from being tried again: %s', async (text) => {
        expect(await failWith('https://cdn.example.com/a.png', text)).toMatchObject({ kind: 'offline', code: 12 });
    });
});
