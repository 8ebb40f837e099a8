import { isOlder } from '../../platform/api-versions';
import { createAlipayHost, createRealClock, HostNetwork, type AlipayHost } from '../model';
import {
    chosenProfile, defineName, lightDisplay, modulePrefix,
    type ConsoleLine, type GameFailure, type GameMessage, type PageMessage, type Question, type StartMessage,
} from '../protocol';
import { takeBrowserParts, type WorkerGlobalThis } from './worker/browser-parts';
import { createCallReporter } from './worker/call-reporter';
import { createCanvasFactory, plainCanvasPrototype } from './worker/canvases';
import { tapConsole } from './worker/console-tap';
import { answerAboutDevice } from './worker/device-answers';
import { showDialogsOnPage } from './worker/dialogs';
import { restoreDisk, type DiskSnapshot } from './worker/disk-snapshot';
import { watchFirstDrawing } from './worker/drawing-watch';
import { firstScreenModule, watchFirstScreen } from './worker/first-screen-watch';
import { cleanStack, createFailureReader, watchAbsentMembers } from './worker/failures';
import { createFrameMeter, type FrameMeter } from './worker/frame-meter';
import { furnishGlobalScope, listGlobalNames } from './worker/global-scope';
import { createModuleLoader, type ModuleFunction } from './worker/module-loader';
import { routeNetwork } from './worker/network-routes';
import { addressOf, createServedPackage } from './worker/package-files';
import { sendTouch, toConditions, toHostScreen } from './worker/page-input';
import { createFontLoader, createImageDecoder, uploadPicturesAsImages } from './worker/pictures';
import { createPageSounds } from './worker/sounds';

const reportEveryMs = 200;
/** From here on most game APIs are documented (platform facts 2.4): what is older is taken for old in all it does. */
const documentedClient = '10.5.30';

type Start = StartMessage & { readonly canvas: OffscreenCanvas };

const scope = globalThis as WorkerGlobalThis;
const parts = takeBrowserParts(scope);
const send = (message: GameMessage, transfer: Transferable[] = []): void => parts.postMessage(message, transfer);

/** The page's first message starts the game; the Worker lives for one run. */
parts.addEventListener('message', function begin({ data }: MessageEvent<Start>) {
    scope.removeEventListener('message', begin as EventListener);
    start(data);
} as EventListener);

function start({ description, screen, network: line, disk: snapshot, canvas }: Start): void {
    const startedAt = parts.now();
    const elapsed = (): number => parts.now() - startedAt;
    const { settings } = description;
    const profile = chosenProfile(settings);
    const lines: ConsoleLine[] = [];
    const tap = tapConsole(scope.console, elapsed, (stack) => cleanStack(stack, modulePrefix.length), (consoleLine) => { if (lines.push(consoleLine) > 5_000) lines.shift(); });

    const failures = createFailureReader({
        removed: listGlobalNames(scope), lacks: profile.lacks, prefixColumns: modulePrefix.length,
        onProbe: (name) => send({ type: 'probe', name }),
    });
    const fail = (failure: GameFailure): void => send({ type: 'failure', failure });
    const report = (error: unknown): void => {
        if (!tap.hasLogged(error)) console.error(error);
        fail(failures.read(error));
    };
    const missingFile = (file: string, asker: string): void => fail({ kind: 'missing-file', file, asker });
    const unknownCalls = new Set<string>();

    const load = (path: string): ModuleFunction => {
        let loaded: ModuleFunction | undefined;
        Object.defineProperty(scope, defineName, { value: (body: ModuleFunction) => { loaded = body; }, configurable: true });
        try {
            parts.importScripts(addressOf('module', path));
        } finally {
            Reflect.deleteProperty(scope, defineName);
        }
        if (!loaded) throw new Error(`${path} could not be loaded from the preview server.`);
        return path === firstScreenModule ? firstScreen.follow(loaded) : loaded;
    };
    const modules = createModuleLoader({ ...description, load, onMissing: missingFile });
    const gamePackage = createServedPackage(description.files, modules.isPresent, parts.XMLHttpRequest);
    const frames = createFrameMeter({ requestFrame: parts.requestAnimationFrame, now: parts.now, ...(settings.light ? { displayRate: lightDisplay.framesPerSecond } : {}) });
    const sounds = createPageSounds(send);
    const network = new HostNetwork(toConditions(line));
    routeNetwork(network, description, parts, (address) => fail({ kind: 'missing-remote-file', file: address, folderIsServed: description.hasRemote }));

    uploadPicturesAsImages(scope, parts);
    const tellFirstFrame = (): void => send({ type: 'first-frame', milliseconds: elapsed() });
    const firstScreen = watchFirstScreen(scope, () => frames.afterFrame(tellFirstFrame));
    watchFirstDrawing(scope, canvas, () => frames.afterFrame(() => {
        send({ type: 'first-picture', milliseconds: elapsed() });
        if (!firstScreen.holds) tellFirstFrame();
    }));
    const convertToBlob = parts.OffscreenCanvas.prototype.convertToBlob.bind(canvas);
    plainCanvasPrototype(parts.OffscreenCanvas);

    const host = createAlipayHost({
        profile,
        switches: { ...settings.switches, webgl2: settings.webgl2 },
        packageFiles: gamePackage,
        disk: restoreDisk(snapshot as DiskSnapshot | undefined),
        network,
        clock: createRealClock(),
        quotaBytes: settings.quotaBytes,
        screen: toHostScreen(screen),
        ...(settings.language ? { language: settings.language } : {}),
        frames,
        canvasFactory: createCanvasFactory(canvas, parts.OffscreenCanvas),
        webglClasses: { WebGLRenderingContext: parts.WebGLRenderingContext, WebGL2RenderingContext: parts.WebGL2RenderingContext },
        imageDecoder: createImageDecoder(parts),
        fontLoader: createFontLoader(parts),
        audioOutput: sounds.output,
        runModule: (path) => {
            const subpackage = description.subpackages.find(({ root }) => `${root}/game.js` === path);
            return subpackage ? modules.openSubpackage(subpackage.name) : modules.run(path);
        },
        onGameError: report,
        onUncaughtError: () => {},
        onMissingPackageFile: missingFile,
        onUnknownCall: (name) => {
            if (unknownCalls.has(name)) return;
            unknownCalls.add(name);
            console.warn(`my.${name} is unknown to the preview: the call fails here. On a phone it may work.`);
            send({ type: 'unknown-call', name: `my.${name}` });
        },
        onKeyboardChange: () => {
            const { keyboard } = host.user;
            send({ type: 'keyboard', request: keyboard && { value: keyboard.value, maxLength: keyboard.maxLength, multiple: keyboard.multiple ?? false, confirmType: keyboard.confirmType ?? 'done' } });
        },
    });
    followFrameRate(host, frames);
    const dialogs = showDialogsOnPage(host.my, send);
    const fileSystem = host.my.getFileSystemManager();
    watchAbsentMembers(fileSystem, 'FileSystemManager', failures.noteProbe);
    watchAbsentMembers(host.my, 'my', failures.noteProbe);
    // What the game calls is counted from here on, and goes wrong as planned.
    host.calls.clear();
    host.faults.add(...settings.faults ?? []);

    const calls = createCallReporter(host, startedAt);
    const flush = (): void => {
        const batch = calls.take();
        if (batch.calls.length > 0) send({ type: 'calls', ...batch });
        if (lines.length > 0) send({ type: 'console', lines: lines.splice(0) });
        const sample = frames.take();
        if (sample.intervals.length > 0) send({ type: 'frames', sample });
    };
    parts.setInterval(flush, reportEveryMs);

    const picture = async (): Promise<ArrayBuffer | undefined> => {
        // Right after the game's own drawing: WebGL's picture is gone once the frame is shown.
        const blob = await new Promise<Blob | undefined>((resolve) => {
            let taken = false;
            const take = (): void => {
                if (taken) return;
                taken = true;
                convertToBlob({ type: 'image/png' }).then(resolve, () => resolve(undefined));
            };
            frames.afterFrame(take);
            // A game that waits draws no more frames; what it drew last is there still.
            parts.setTimeout(take, 1_000);
        });
        return blob?.arrayBuffer();
    };
    const answer = async (question: Question): Promise<unknown> => {
        flush();
        return question.ask === 'picture' ? picture() : answerAboutDevice(host, gamePackage, settings.quotaBytes, question);
    };

    parts.addEventListener('message', (({ data }: MessageEvent<PageMessage>) => {
        switch (data.type) {
            case 'touch':
                sendTouch(host, data);
                break;
            case 'visible':
                frames.setVisible(data.visible);
                if (data.visible) host.lifecycle.show();
                else host.lifecycle.hide();
                break;
            case 'memory-warning':
                host.lifecycle.memoryWarning(data.level === 15 ? 15 : data.level === 10 ? 10 : 5);
                break;
            case 'lose-context':
                host.lifecycle.loseContext();
                break;
            case 'purge':
                host.lifecycle.purgeTempFiles();
                break;
            case 'screen':
                host.user.resize(toHostScreen(data.screen));
                break;
            case 'network':
                host.network.change(toConditions(data.network));
                break;
            case 'keyboard':
                if (data.event === 'input') host.user.typeText(data.value);
                else if (data.event === 'confirm') host.user.confirm();
                else host.user.dismiss();
                break;
            case 'dialog':
                dialogs.answer(data.confirmed);
                break;
            case 'sound':
                sounds.receive(data);
                break;
            case 'question':
                answer(data.question).then(
                    (value) => send({ type: 'answer', id: data.id, value }),
                    (error: unknown) => send({ type: 'answer', id: data.id, value: undefined, error: String(error) }),
                );
                break;
        }
    }) as EventListener);
    parts.addEventListener('error', ((event: ErrorEvent) => {
        event.preventDefault();
        host.lifecycle.raiseError(event.error ?? event.message);
        report(event.error ?? event.message);
    }) as EventListener);
    parts.addEventListener('unhandledrejection', ((event: PromiseRejectionEvent) => {
        event.preventDefault();
        host.lifecycle.raiseUnhandledRejection(event.reason);
        report(event.reason);
    }) as EventListener);

    furnishGlobalScope(scope, host.globals, !isOlder(profile.clientVersion, documentedClient));
    try {
        modules.run('game.js');
    } catch (error) {
        host.lifecycle.raiseError(error);
        report(error);
    }
    flush();
}

/** The display's own frames know nothing of the game's wish: the meter leaves some out. */
function followFrameRate({ my }: AlipayHost, frames: FrameMeter): void {
    const { setPreferredFramesPerSecond } = my;
    if (!setPreferredFramesPerSecond) return;
    my.setPreferredFramesPerSecond = (framesPerSecond) => {
        frames.setRate(framesPerSecond);
        setPreferredFramesPerSecond(framesPerSecond);
    };
}
