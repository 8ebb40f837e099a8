import { describe, expect, it } from 'vitest';
import { sweptProfiles } from '../../environment/swept-profiles';
import { installWebAdapter } from '../../../source/runtime/web-adapter/install';
import { createAlipayHost } from '../../../source/simulator/model';
import { adapterParts, installAdapter } from './installed';

function installOver(crypto: unknown): Record<string, unknown> {
    const host = createAlipayHost();
    host.globals['crypto'] = crypto;
    installWebAdapter(host.globals, host.my, adapterParts);
    return host.globals;
}

describe('crypto', () => {
    it.each(sweptProfiles)('is not pretended on %s, which has no random source', (_name, profile) => {
        expect(installAdapter({ profile }).window['crypto']).toBeUndefined();
    });

    it('stays the host\'s, and gets randomUUID from the host\'s own source', () => {
        const bytes = Uint8Array.from({ length: 16 }, (_, index) => index * 17);
        const source = { getRandomValues: (room: Uint8Array) => { room.set(bytes); return room; } };
        const { crypto } = installOver(source) as { crypto: { randomUUID(): string } };
        expect(crypto).toBe(source);
        expect(crypto.randomUUID()).toBe('00112233-4455-4677-8899-aabbccddeeff');
    });

    it('keeps a randomUUID of the host, and takes one that cannot be changed as it is', () => {
        const randomUUID = (): string => 'own';
        expect((installOver({ getRandomValues: () => 0, randomUUID })['crypto'] as { randomUUID: unknown }).randomUUID).toBe(randomUUID);
        const frozen = Object.freeze({ getRandomValues: () => 0 });
        expect(installOver(frozen)['crypto']).toBe(frozen);
    });

    it('can be given by the game', () => {
        const { window } = installAdapter();
        const given = { getRandomValues: () => 0 };
        window['crypto'] = given;
        expect(window['crypto']).toBe(given);
    });
});
