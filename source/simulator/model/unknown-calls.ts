import type { Callbacks, MyFailure } from '../../platform/my';
import { fail, succeed, type Bridge } from './bridge';

/** What a call of a name answers in place of the model: through its callbacks, or at once. */
export type MockAnswer =
    | { readonly success: object }
    | { readonly fail: MyFailure }
    | { readonly returns: unknown };

/** How calls of a name are answered, which its form tells. */
type AnswerStyle = 'callbacks' | 'listener' | 'at-once' | 'object';

/** Names that answer at once although nothing in their form says so. */
const answeredAtOnce: ReadonlySet<string> = new Set(['arrayBufferToBase64', 'base64ToArrayBuffer', 'getAppAuthorizeSetting', 'getChannelCode']);

function styleOf(name: string): AnswerStyle {
    if (answeredAtOnce.has(name) || name.endsWith('Sync')) return 'at-once';
    if (/^(on|off)[A-Z]/.test(name)) return 'listener';
    return /^create[A-Z]|^get\w+Manager$/.test(name) ? 'object' : 'callbacks';
}

/** What a game assigns and does not call: absent until then. */
const assigned: ReadonlySet<string> = new Set(['onShareAppMessage']);

export interface UnknownCallsSetup {
    readonly bridge: Bridge;
    /** Told of every call, by the name after `my.`. */
    readonly onCall: (name: string) => void;
}

/**
 * Gives `my` the names that clients have and the model does not act out. They can be looked for, copied and wrapped like
 * any other; a call is told on, and answers as a call that failed. What such a call would give is never made up.
 */
export function addUnknownCalls(my: object, names: readonly string[], { bridge, onCall }: UnknownCallsSetup): void {
    for (const name of names) {
        const { owner, member } = ownerOf(my, name);
        if (owner === undefined || member in owner || assigned.has(name)) continue;
        owner[member] = (...args: readonly unknown[]): unknown => {
            onCall(name);
            const message = `my.${name} is unknown to the preview, which cannot say what a phone answers`;
            switch (styleOf(member)) {
                case 'listener':
                    return bridge.subscribe(name, 'interface', () => undefined);
                case 'at-once':
                    return bridge.callSync({ api: name, group: 'interface', work: () => fail(3, message) });
                case 'object':
                    return bridge.callPlain(name, 'interface', '', createSilentObject);
                case 'callbacks':
                    return bridge.call(callbacksOf(args), { api: name, group: 'interface', work: () => fail(3, message) });
            }
        };
    }
}

/** Puts answers of a test, or of a person at the preview, in the place of the model's. What a client lacks stays away. */
export function addMocks(my: object, mocks: Readonly<Record<string, MockAnswer>>, bridge: Bridge): void {
    for (const [name, answer] of Object.entries(mocks)) {
        const { owner, member } = ownerOf(my, name);
        if (owner === undefined) continue;
        owner[member] = (...args: readonly unknown[]): unknown => {
            if ('returns' in answer) return bridge.callPlain(name, 'interface', '', () => answer.returns);
            return bridge.call<object>(callbacksOf(args), {
                api: name, group: 'interface',
                work: () => ('success' in answer ? succeed(answer.success) : { ok: false, failure: answer.fail }),
            });
        };
    }
}

/** `ap.openURL` is `openURL` of `my.ap`, which is made when it is not there. */
function ownerOf(my: object, name: string): { owner: Record<string, unknown> | undefined; member: string } {
    const path = name.split('.');
    const member = path.pop()!;
    let owner = my as Record<string, unknown>;
    for (const step of path) {
        owner[step] ??= {};
        if (typeof owner[step] !== 'object') return { owner: undefined, member };
        owner = owner[step] as Record<string, unknown>;
    }
    return { owner, member };
}

/** The argument that may hold callbacks; `my.call` and `my.reportAnalytics` have a name before it. */
function callbacksOf(args: readonly unknown[]): Callbacks<object> | undefined {
    return args.find((value) => typeof value === 'object' && value !== null) as Callbacks<object> | undefined;
}

/** An object whose methods all exist, do nothing, and never answer: an advertisement that does not come. */
function createSilentObject(): object {
    return new Proxy<Record<string | symbol, unknown>>({}, {
        get(target, name) {
            if (name in target || typeof name === 'symbol' || name === 'then') return target[name];
            return () => new Promise(() => undefined);
        },
    });
}
