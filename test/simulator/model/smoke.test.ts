import { expect, it } from 'vitest';
import { createAlipayHost, createVirtualClock, HostNetwork } from '../../../source/simulator/model';

it('downloads, copies, reads back, survives a kill', async () => {
    const clock = createVirtualClock();
    const network = new HostNetwork({ latencyMs: 50, bytesPerSecond: 1000 });
    network.serve('https://cdn.example/remote/', { 'a.bin': new Uint8Array(100).fill(7) });
    const host = createAlipayHost({ clock, network, latencyMs: 2, packageFiles: { 'game.json': '{}' } });
    const { my } = host;
    const fs = my.getFileSystemManager();
    const got = await clock.until(new Promise<string>((resolve, reject) => {
        my.downloadFile({ url: 'https://cdn.example/remote/a.bin', success: (r) => resolve(r.apFilePath!), fail: reject });
    }));
    expect(clock.now()).toBe(150);
    await clock.until(new Promise((resolve, reject) => { fs.copyFile({ srcPath: got, destPath: `${my.env.USER_DATA_PATH}/a.bin`, success: resolve, fail: reject }); }));
    host.kill();
    const next = host.restart();
    const data = await clock.until(new Promise<ArrayBuffer>((resolve, reject) => {
        next.my.getFileSystemManager().readFile({ filePath: '/usr/data/a.bin', success: (r) => resolve(r.data as ArrayBuffer), fail: reject });
    }));
    expect(new Uint8Array(data)).toEqual(new Uint8Array(100).fill(7));
    expect(next.my.getFileSystemManager().readFileSync({ filePath: 'nothing' })).toMatchObject({ error: 10022 });
    let frames = 0;
    const raf = next.globals['requestAnimationFrame'] as (cb: () => void) => void;
    const tick = () => { frames++; raf(tick); };
    raf(tick);
    await clock.advance(600_000);
    expect(frames).toBeGreaterThan(35_900);
    next.kill();
});
