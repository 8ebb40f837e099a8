import { describe, expect, it } from 'vitest';
import { installWebAdapter } from '../../../source/runtime/web-adapter/install';
import { createAlipayHost } from '../../../source/simulator/model';
import { sweptProfiles } from '../../environment/swept-profiles';
import { engineGlobals } from './engine-globals';
import { adapterParts, type Installed } from './installed';

/** Every client, also where it names the classes of WebGL contexts, which engines take for support. */
const hosts = sweptProfiles.flatMap(([name, profile]) => [false,
    true].map((namesWebGl) => ({ title: namesWebGl ? `${name}, WebGL classes named` : name, profile, namesWebGl })));

function install({ profile, namesWebGl }: typeof hosts[number]): Installed['window'] {
    const host = createAlipayHost({ profile });
    if (namesWebGl) for (const name of ['WebGLRenderingContext', 'WebGL2RenderingContext']) host.globals[name] = class {};
    // The language's own names are the global object's, which a model's table of globals is not.
    host.globals['Uint32Array'] = Uint32Array;
    installWebAdapter(host.globals, host.my, adapterParts);
    return host.globals;
}

describe('what the engine takes for given', () => {
    it.each(hosts)('is there on $title', (host) => {
        const window = install(host);
        expect(engineGlobals.needed.filter((name) => window[name] == null)).toEqual([]);
        const members = Object.entries(engineGlobals.members).flatMap(([owner, names]) => names.map((name) => [owner, name] as const));
        expect(members.filter(([owner, name]) => window[owner][name] == null)).toEqual([]);
    });

    it.each(hosts)('can be asked by instanceof for every kind of picture on $title', (host) => {
        const window = install(host);
        const { document } = window;
        const pictures = [document.createElement('canvas'), document.createElement('img'), new Uint8Array(4), {}, null];
        for (const name of engineGlobals.classes) for (const picture of pictures) expect(() => picture instanceof window[name]).not.toThrow();
        expect(pictures.filter((picture) => picture instanceof window['HTMLVideoElement'])).toEqual([]);
        expect(pictures[1] instanceof window['HTMLImageElement']).toBe(true);
    });

    it('counts a video element as one', () => {
        const window = install(hosts[0]!);
        const video = window['document'].createElement('video');
        expect([video instanceof window['HTMLVideoElement'], video instanceof window['HTMLElement'], video.tagName,
            video.canPlayType('video/mp4')]).toEqual([true, true, 'VIDEO', '']);
    });

    it('does not name what the host cannot do: engines and libraries take the name for support', () => {
        for (const host of hosts.filter(({ profile }) => profile.system !== 'studio')) {
            const window = install(host);
            expect(engineGlobals.optional.filter((name) => window[name] !== undefined)).toEqual([]);
            expect(window['WebGL2RenderingContext'] !== undefined).toBe(host.namesWebGl);
        }
    });
});
