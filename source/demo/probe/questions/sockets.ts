import type { HostSwitches } from '../../../platform';
import { pause, waitFor, type Fields } from '../outcome';
import type { Asked, Question } from '../question';

const patience = 10_000;
/** In base64: four bytes that the two alphabets write differently, and that need padding. */
const binaryMessage = '+//++g==';

type Methods = Readonly<Record<string, ((value?: unknown) => unknown) | undefined>>;

/** The shapes of a socket's messages (platform facts 3.5). Needs a server that sends back what it gets. */
export const socketQuestion: Question = {
    name: 'sockets',
    about: ['socketTaskMessages', 'globalSocketMessages', 'socketBase64'],
    async ask(asked) {
        const { my, addresses: { echo }, answers } = asked;
        if (echo === undefined) {
            answers.skip(this.about, 'no address of an echo server was given');
            return;
        }
        const task = my.connectSocket!({ url: echo, multiple: true }) as unknown as Methods | undefined;
        if (task) {
            const text = await exchange(asked, task, '', { data: 'probe' });
            answers.answer('socketTaskMessages', shapeOf(text));
            const binary = await exchange(asked, task, '', { data: binaryMessage, isBuffer: true }, false);
            const { data } = innerOf(binary);
            answers.answer('socketBase64', typeof data !== 'string' ? undefined : data.indexOf('+') < 0 ? 'url-safe' : 'standard', 'binary messages do not come as base64');
            attempt(() => task['close']!({}));
        }
        await pause(asked.clock, 300);
        attempt(() => my.connectSocket!({ url: echo }));
        answers.answer('globalSocketMessages', shapeOf(await exchange(asked, my as unknown as Methods, 'Socket', { data: 'probe' })));
        attempt(() => my.closeSocket!({}));
    },
};

/** Sends a message once the socket is open, and gives the event of its echo. */
function exchange({ clock }: Asked, owner: Methods, infix: 'Socket' | '', message: object, opening = true): Promise<Fields | undefined> {
    return waitFor<Fields>(clock, patience, (tell) => {
        owner[`on${infix}Message`]!((event: Fields) => tell(event));
        const send = (): void => void owner[infix === '' ? 'send' : 'sendSocketMessage']!(message);
        if (opening) owner[`on${infix}Open`]!(send);
        else send();
    });
}

/** `{data: {data, isBuffer}}` or `{data, isBuffer}`. */
function shapeOf(event: Fields | undefined): HostSwitches['socketTaskMessages'] | undefined {
    if (!event) return undefined;
    return isWrapped(event) ? 'nested' : 'flat';
}

function innerOf(event: Fields | undefined): Fields {
    return event ? (isWrapped(event) ? event['data'] as Fields : event) : {};
}

function isWrapped({ data }: Fields): boolean {
    return typeof data === 'object' && data !== null && 'data' in data;
}

function attempt(call: () => unknown): void {
    try {
        call();
    } catch {
        // What cannot be closed ends with the probe.
    }
}
