import type { Callbacks } from '../../../source/platform';
import { createAlipayHost, createVirtualClock, type AlipayHost, type HostSetup, type VirtualClock } from '../../../source/simulator/model';

export type TestHost = AlipayHost & { readonly clock: VirtualClock };

/** A host on a virtual clock. */
export function createTestHost(setup: HostSetup = {}): TestHost {
    return createAlipayHost({ clock: createVirtualClock(), ...setup }) as TestHost;
}

/** Makes an asynchronous call and lets time pass until it is answered. Rejects with the failure. */
export function ask<Result>(host: TestHost, call: (callbacks: Required<Pick<Callbacks<Result, unknown>, 'success' | 'fail'>>) => unknown): Promise<Result> {
    return host.clock.until(new Promise<Result>((success, fail) => { call({ success, fail }); }), 600_000);
}

/** The failure of a call that must fail. */
export async function failureOf(host: TestHost, call: (callbacks: Required<Pick<Callbacks<unknown, unknown>, 'success' | 'fail'>>) => unknown): Promise<unknown> {
    try {
        await ask(host, call);
    } catch (failure) {
        return failure;
    }
    throw new Error('the call succeeded');
}

export function bytesOf(text: string): Uint8Array {
    return new TextEncoder().encode(text);
}

export function bufferOf(...bytes: number[]): ArrayBuffer {
    return Uint8Array.from(bytes).buffer;
}
