import { describeDrawing, decode, startPhone, type Phone } from '../phone';
import { takeConsoleLines } from '../environment';
import type { RecordingCanvas } from '../../../../source/simulator/model';
import { decodeFiles, input } from './files';
import type { Scenario } from './names';

/** Each file of `dist/adapter` is a program to this engine. */
export const parseAdapters: Scenario = () => Object.entries(decodeFiles(input.adapters)).map(([name, code]) => {
    new Function('require', 'module', 'exports', decode(code));
    return name;
});

/** From game.js to two seconds of drawing with all bundles, then a tap, then the next start of the same phone. */
export const bootDemo = (layout: 'standard' | 'lean'): Scenario => async (profile) => {
    const phone = startPhone({ profile, packageFiles: decodeFiles(input.demo[layout]) });
    phone.host.network.serve('https://cdn.example.com/lantern-lake/', decodeFiles(input.demoServer));
    const first = await play(phone);
    return { first, second: await play(phone.restart()) };
};

async function play(phone: Phone): Promise<unknown> {
    const { host, clock, modules, window, uncaught } = phone;
    const asked = host.network.requests.length;
    // Few frames: every one draws alike.
    host.my.setPreferredFramesPerSecond?.(10);
    modules.run('game.js');
    await clock.advance(2000);
    host.user.tap(120, 200);
    await clock.advance(500);
    const { drawn } = window.canvas as RecordingCanvas;
    const counts: Record<string, number> = {};
    for (const { name } of drawn) counts[name] = (counts[name] ?? 0) + 1;
    return {
        start: describeDrawing(drawn.slice(0, 400)), end: describeDrawing(drawn.slice(-200)), counts, uncaught, lines: takeConsoleLines(),
        requests: host.network.requests.slice(asked).map(({ method, url }) => `${method} ${url}`),
        calls: host.calls.records.slice(0, 400).map(({ api, target }) => `${api} ${target}`), files: host.disk.list().sort(), now: clock.now(),
    };
}
