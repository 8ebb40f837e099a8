import type { ProbeResult } from '../../../source/platform';
import { openCanvas } from '../../../source/demo/probe/canvas';
import type { ProbeClock } from '../../../source/demo/probe/outcome';
import { runProbe } from '../../../source/demo/probe/probe';
import type { Question } from '../../../source/demo/probe/question';
import { questions } from '../../../source/demo/probe/questions';
import { tapInstruction, twoFingerInstruction } from '../../../source/demo/probe/questions/touches';
import type { ProbeStage, SeenTouch } from '../../../source/demo/probe/stage';
import { watchRawTouches } from '../../../source/demo/probe/touch-watch';
import { createAlipayHost, createVirtualClock, HostNetwork, type AlipayHost, type HostSetup, type VirtualClock } from '../../../source/simulator/model';

const addresses = { present: 'https://files.example/present.txt', absent: 'https://files.example/absent.txt', echo: 'wss://echo.example/' };

/** The probe's package, as far as its questions look into it. */
const packageFiles = {
    'game.json': JSON.stringify({ deviceOrientation: 'landscape', subpackages: [{ name: 'second', root: 'second/' }] }),
    'second/game.js': '',
    'probe.wasm': Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0),
    'silence.mp3': new Uint8Array(104),
};

/** All but the quota, which writes a whole disk. */
export const quickQuestions: readonly Question[] = questions.filter(({ name }) => name !== 'quota');

/** A host with a network on which the probe's addresses answer. */
export function createProbedHost(setup: HostSetup): AlipayHost {
    const network = new HostNetwork();
    network.route(addresses.present, { body: 'present' });
    network.route(addresses.absent, { status: 404, body: 'absent' });
    network.socket(addresses.echo, (peer) => { peer.onMessage = (data) => peer.send(data); });
    return createAlipayHost({ clock: createVirtualClock(), network, packageFiles, screen: { orientation: 'landscape' }, runModule: () => undefined, ...setup });
}

/**
 * Runs the probe on a simulated host, with somebody who does what it asks.
 * @param fingers what the person does when asked for two fingers.
 */
export async function askHost(host: AlipayHost, asked = quickQuestions, fingers: (host: AlipayHost) => void = liftOneByOne): Promise<ProbeResult> {
    const listeners = new Set<(touch: SeenTouch) => void>();
    const stage: ProbeStage = {
        ask(instruction) {
            if (instruction === undefined) return;
            const gesture = { [tapInstruction.en]: () => host.user.tap(100, 100), [twoFingerInstruction.en]: () => fingers(host) }[instruction.en];
            host.clock.schedule(() => gesture?.(), 500);
        },
        watchTouches(listener) {
            listeners.add(listener);
            return () => listeners.delete(listener);
        },
    };
    const screen = openCanvas(host.my);
    watchRawTouches(host.my, screen.canvas, (touch) => listeners.forEach((listener) => listener(touch)));
    let isDone = false;
    const running = runProbe({ my: host.my, scope: host.globals, clock: host.globals as unknown as ProbeClock, questions: asked, addresses, stage, screen, onProgress: () => {} }).finally(() => { isDone = true; });
    while (!isDone && host.alive) {
        await (host.clock as VirtualClock).advance(100);
        // Work that waits for the environment and not for the clock: a zip, WebAssembly.
        await new Promise((resolve) => { setImmediate(resolve); });
    }
    return host.alive ? running : Promise.reject(new Error('the host died'));
}

function liftOneByOne({ user }: AlipayHost): void {
    user.touchStart({ id: 0, x: 100, y: 100 });
    user.touchStart({ id: 1, x: 200, y: 100 });
    user.touchMove({ id: 1, x: 201, y: 100 });
    user.touchEnd(0);
    user.touchMove({ id: 1, x: 202, y: 101 });
    user.touchEnd(1);
}
