import { describe, expect, it } from 'vitest';
import { downloadFile } from '../../../source/runtime/my/download';
import type { HostError } from '../../../source/runtime/my/errors';
import { createAlipayHost, createVirtualClock } from '../../../source/simulator/model';

/** What a download of the address rejects with when the host says so. */
function failWith(url: string, errorMessage: string): Promise<HostError> {
    const clock = createVirtualClock();
    const host = createAlipayHost({ clock });
    host.faults.add({ kind: 'fail', error: 12, errorMessage, api: 'downloadFile', at: 1 });
    return clock.until(downloadFile(host.my, url, {}, host.globals as never).then(() => expect.unreachable(), (error: HostError) => error));
}

describe('a failed download', () => {
    it('has the HTTP status that the host tells in its text as its code', async () => {
        expect(await failWith('https://cdn.example.com/a.png', 'the server answered 503')).toMatchObject({ code: 503 });
    });

    it('takes no number in its address for a status', async () => {
        const url = 'https://cdn.example.com/v/412/a.png';
        expect(await failWith(url, `no connection for ${url}`)).toMatchObject({ kind: 'offline', code: 12 });
    });

    it.each(['Failed to connect to cdn.example.com/10.0.0.7:443', 'connect to cdn.example.com port 443 failed: Connection refused'])('takes the port of https for no status, which would keep it from being tried again: %s', async (text) => {
        expect(await failWith('https://cdn.example.com/a.png', text)).toMatchObject({ kind: 'offline', code: 12 });
    });
});
