import { describe, expect, it } from 'vitest';
import { sweptProfiles } from '../../environment/swept-profiles';
import { installWebAdapter } from '../../../source/runtime/web-adapter/install';
import { createAlipayHost } from '../../../source/simulator/model';
import { adapterParts, installAdapter } from './installed';

/** Runtime contract 2, and the list. */
const names = [
    'self', 'window', 'canvas', 'document', 'addEventListener', 'removeEventListener', 'dispatchEvent', 'Image', 'Audio', 'HTMLElement', 'HTMLCanvasElement',
    'HTMLImageElement', 'HTMLAudioElement', 'navigator', 'location', 'XMLHttpRequest', 'fetch', 'Headers', 'Request', 'Response', 'WebSocket', 'localStorage',
    'performance', 'requestAnimationFrame', 'cancelAnimationFrame', 'atob', 'btoa', 'Event', 'CustomEvent', 'TouchEvent', 'EventTarget', 'innerWidth', 'innerHeight',
    'devicePixelRatio', 'screen', 'DOMParser', 'URL', 'URLSearchParams', 'TextDecoder', 'TextEncoder', 'AbortController', 'AbortSignal', '__globalAdapter',
];

describe('installWebAdapter', () => {
    it.each(sweptProfiles)('gives everything the engine and libraries need on %s (runtime contract 2)', (_name, profile) => {
        const { window } = installAdapter({ profile });
        expect(names.filter((name) => window[name] === undefined || window[name] === null)).toEqual([]);
    });

    it.each(sweptProfiles)('replaces nothing that %s has', (_name, profile) => {
        const host = createAlipayHost({ profile });
        const before = Object.getOwnPropertyDescriptors(host.globals);
        const prototypes = ['document', 'navigator'].map((name) => host.globals[name]);
        installWebAdapter(host.globals, host.my, adapterParts);
        const after = Object.getOwnPropertyDescriptors(host.globals);
        for (const name of Object.keys(before)) expect(after[name], name).toEqual(before[name]);
        if (prototypes[0]) expect(['document', 'navigator'].map((name) => host.globals[name])).toEqual(prototypes);
    });

    it('changes nothing when it is installed twice', () => {
        const { host, window } = installAdapter();
        const before = { ...Object.getOwnPropertyDescriptors(window) };
        const calls = host.calls.records.length;
        installWebAdapter(host.globals, host.my, adapterParts);
        expect({ ...Object.getOwnPropertyDescriptors(window) }).toEqual(before);
        expect(host.calls.records.length).toBe(calls);
    });

    it('does not throw on a global object that is frozen', () => {
        const host = createAlipayHost();
        Object.freeze(host.globals);
        expect(() => installWebAdapter(host.globals, host.my, adapterParts)).not.toThrow();
    });

    it('skips single names that the host guards', () => {
        const host = createAlipayHost();
        Object.defineProperty(host.globals, 'navigator', { get: () => { throw new Error('guarded'); } });
        Object.defineProperty(host.globals, 'Image', { value: undefined, writable: false, configurable: false });
        installWebAdapter(host.globals, host.my, adapterParts);
        expect(host.globals['Image']).toBeUndefined();
        expect(host.globals['document']).toBeDefined();
    });

    it('does not throw when the host froze its canvases', () => {
        const host = createAlipayHost();
        const make = host.my.createCanvas;
        host.my.createCanvas = () => Object.freeze(make.call(host.my));
        installWebAdapter(host.globals, host.my, adapterParts);
        const { document, canvas } = host.globals as { document: Document; canvas: object };
        expect(Object.isFrozen(canvas)).toBe(true);
        expect(Object.isFrozen(document.body.appendChild(document.createElement('canvas')))).toBe(true);
    });

    it('keeps the methods of my enumerable, because the engine clones them (runtime contract 2)', () => {
        const { host } = installAdapter();
        expect(Object.keys(host.my)).toContain('getSystemInfoSync');
    });

    it('survives a host with an empty my', () => {
        const globals: Record<string, unknown> = {};
        installWebAdapter(globals, {}, adapterParts);
        expect((globals['document'] as { body: unknown }).body).toBeDefined();
        expect(globals['innerWidth']).toBeGreaterThan(0);
        expect(globals['canvas']).toBeUndefined();
    });

    it('takes the canvas the runtime made before (platform facts 3.1)', () => {
        const host = createAlipayHost();
        const made = host.my.createCanvas();
        host.globals['screencanvas'] = made;
        installWebAdapter(host.globals, host.my, adapterParts);
        expect(host.globals['canvas']).toBe(made);
    });

    it('has the old adapter interface: keyboard, fonts, system information', () => {
        const { window, host } = installAdapter({ packageFiles: { 'a.ttf': new Uint8Array([0, 1, 0, 0]) } });
        const adapter = window['__globalAdapter'];
        expect(adapter.isSubContext).toBe(false);
        expect(adapter.isDevTool).toBe(false);
        expect(adapter.getSystemInfoSync()).toBe(host.my.getSystemInfoSync());
        const values: string[] = [];
        adapter.onKeyboardInput(({ value }: { value: string }) => values.push(value));
        adapter.showKeyboard({ defaultValue: 'a' });
        expect(adapter.loadFont('missing.ttf')).toBeNull();
        expect(installAdapter({ profile: 'studio' }).window['__globalAdapter'].isDevTool).toBe(true);
    });

    it('loads its services and the XML parser when they are first used, once', () => {
        const host = createAlipayHost();
        let services = 0;
        installWebAdapter(host.globals, host.my, { ...adapterParts, loadServices: () => { services++; return adapterParts.loadServices!(); } });
        expect(services).toBe(0);
        const first = host.globals['XMLHttpRequest'];
        expect(host.globals['XMLHttpRequest']).toBe(first);
        expect(host.globals['URL']).toBeTypeOf('function');
        expect(services).toBe(1);
    });

    it('has no services, and throws nothing, when their file is missing', () => {
        const host = createAlipayHost();
        installWebAdapter(host.globals, host.my, { loadServices: () => { throw new Error('module not found'); } });
        expect(host.globals['WebSocket']).toBeUndefined();
        expect(host.globals['document']).toBeDefined();
    });
});
