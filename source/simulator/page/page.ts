import { profileNames } from '../../platform/profiles';
import { deviceNames, lightDisplay, phoneLanguages, type Answers, type GameDescription, type GameMessage, type NetworkConditions, type PageMessage, type PreviewReport, type StartMessage } from '../protocol';
import { element, formatBytes, formatStorage, quotaMegabyte } from './elements';
import { followFingers, isTyping } from './fingers';
import { startGame, type GameConnection } from './game-connection';
import { createCallPanel } from './inspector/call-panel';
import { createConsolePanel } from './inspector/console-panel';
import { createFilePanel } from './inspector/file-panel';
import { showFigures } from './inspector/figures';
import { showPackage } from './inspector/package-panel';
import { showProblems } from './inspector/problems';
import { createStoragePanel } from './inspector/storage-panel';
import { setUpTabs } from './inspector/tabs';
import { networks } from './networks';
import { createOverlays } from './overlays';
import { createPhone, type Phone } from './phone';
import { isBlankPicture } from './picture';
import { createRunRecord, type RunRecord } from './run-record';
import { createSpeaker } from './speaker';
import { currentLanguage, setLanguage, text, type Language } from './texts';

/** What `preview --headless` and the end-to-end tests use; a person uses the page. */
export interface PreviewControl {
    readonly firstPictureMs: number | undefined;
    readonly firstFrameMs: number | undefined;
    readonly failures: RunRecord['failures'];
    /** What the run showed so far, without the costs of a whole report. */
    summary(): ReturnType<RunRecord['summarise']>;
    tap(x: number, y: number): Promise<void>;
    send(message: PageMessage): void;
    restart(changes?: Partial<GameDescription['settings']>): Promise<void>;
    /** A PNG of the screen in base64, or null before anything was drawn. */
    picture(): Promise<string | null>;
    files(): Promise<Answers['files']>;
    report(seconds: number): Promise<PreviewReport>;
}

declare global {
    interface Window {
        preview?: PreviewControl;
    }
}

const quotas = [5, 20, 50, 200].map((megabytes) => megabytes * quotaMegabyte);

/** How long a report waits for a game that is busy: evaluating an engine on a slow machine takes seconds. */
const patienceMs = 10_000;

async function main(): Promise<void> {
    setLanguage(rememberedLanguage());
    showTheme(localStorage.getItem('theme'));
    if (!('transferControlToOffscreen' in HTMLCanvasElement.prototype)) return showVeil(text('noOffscreen'));
    let description: GameDescription;
    try {
        description = await readDescription();
    } catch (error) {
        return showVeil(explainNoDescription(error));
    }
    runPreview(description);
}

async function readDescription(): Promise<GameDescription> {
    const answer = await fetch('/description');
    if (!answer.ok) throw new Error(await answer.text());
    return await answer.json() as GameDescription;
}

/** The server's own words, if it said any: a request that reaches nobody fails with a TypeError. */
function explainNoDescription(error: unknown): string {
    return error instanceof TypeError ? text('noDescription') : String(error);
}

function runPreview(first: GameDescription): void {
    let description = first;
    let settings = first.settings;
    let network: NetworkConditions = settings.network ?? networks.fast!.conditions;
    let record = createRunRecord();
    let game: GameConnection | undefined;
    let restarted = Promise.resolve();
    /** What the device held when the game was last ended: a game that hangs cannot tell what it holds now. */
    let disk: unknown;
    let visible = true;
    let figuresDue = false;
    let callsDue = false;

    const displayRate = settings.light ? lightDisplay.framesPerSecond : 60;
    const phone = createPhone(settings, description.orientation, description.showStatusBar);
    const send = (message: PageMessage): void => game?.send(message);
    const speaker = createSpeaker(send);
    const overlays = createOverlays(send);
    const calls = createCallPanel(() => record.calls, () => record.clearCalls());
    const lines = createConsolePanel(() => record.clearLines());
    const files = createFilePanel(() => game);
    const storage = createStoragePanel(() => game);

    const receive = (message: GameMessage): void => {
        record.add(message);
        switch (message.type) {
            case 'console':
                lines.add(message.lines);
                break;
            case 'failure':
                showProblems(record.failures);
                if (record.firstPictureMs === undefined) showVeil(text('failed'));
                break;
            case 'first-picture':
                hideVeil();
                break;
            case 'keyboard':
                overlays.showKeyboard(message.request);
                break;
            case 'dialog':
                overlays.showDialog(message.request);
                break;
            case 'toast':
                overlays.showToast(message.text, message.milliseconds);
                break;
            case 'sound':
                speaker.obey(message.id, message);
                break;
        }
        callsDue ||= message.type === 'calls';
        if (figuresDue) return;
        figuresDue = true;
        setTimeout(() => {
            figuresDue = false;
            showFigures(record, displayRate);
            if (callsDue) calls.show(record.calls);
            callsDue = false;
        }, 250);
    };

    function begin(): void {
        record = createRunRecord();
        visible = true;
        showPressed('hide', false);
        calls.show([]);
        lines.show([]);
        showProblems([]);
        showVeil(text('starting'));
        showPackage(description);
        showTitle(description, phone);
        const start: StartMessage = { type: 'start', description: { ...description, settings }, screen: phone.screen, network, disk };
        game = startGame(start, phone.renewCanvas(), receive);
    }
    /**
     * A new run on the same device: files and storage stay, everything else is gone, as after a kill. Without a
     * server the game is left as it is, since its files are nowhere else. One at a time: a game that is ended while
     * another restart asks it for its files cannot answer.
     */
    function restart(changes: Partial<GameDescription['settings']> = {}): Promise<void> {
        const again = (): Promise<void> => startAnew(changes);
        return restarted = restarted.then(again, again);
    }
    async function startAnew(changes: Partial<GameDescription['settings']>): Promise<void> {
        try {
            description = await readDescription();
        } catch (error) {
            return showVeil(explainNoDescription(error));
        }
        disk = await withTimeLimit(game?.ask({ ask: 'disk' }), 2000) ?? disk;
        game?.end();
        speaker.silence();
        overlays.clear();
        settings = { ...settings, ...changes };
        network = changes.network ?? network;
        begin();
    }
    function setVisible(value: boolean): void {
        visible = value;
        showPressed('hide', !value);
        if (value) hideVeil();
        else showVeil(text('hidden'));
        send({ type: 'visible', visible: value });
    }
    function rotate(): void {
        phone.hold(phone.orientation === 'portrait' ? 'landscape' : 'portrait');
        showTitle(description, phone);
        send({ type: 'screen', screen: phone.screen });
    }
    async function savePicture(): Promise<void> {
        const bytes = await game?.ask({ ask: 'picture' });
        if (!bytes) return;
        const link = document.createElement('a');
        link.href = URL.createObjectURL(new Blob([bytes], { type: 'image/png' }));
        link.download = `${description.title}.png`;
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    }

    const clients = [...new Set([...profileNames, ...(settings.probed ? [settings.probed.name] : [])])];
    fillSelect('profile', clients.map((name) => [name, name]), settings.profile, (profile) => restart({ profile }));
    fillSelect('device', deviceNames.map((name) => [name, name]), phone.device.name, (device) => {
        phone.choose(device);
        return restart({ device });
    });
    fillSelect('quota', [...new Set([...quotas, settings.quotaBytes])].sort((a, b) => a - b).map((bytes) => [String(bytes), formatStorage(bytes)]), String(settings.quotaBytes), (bytes) => restart({ quotaBytes: Number(bytes) }));
    fillSelect('phone-language', Object.entries(phoneLanguages), settings.language ?? 'zh-Hans', (language) => restart({ language: language as keyof typeof phoneLanguages }));
    const fillNetworks = (): void => fillSelect('network', Object.entries(networks).map(([name, { label }]) => [name, text(label)]), networkName(network), (name) => {
        network = networks[name]!.conditions;
        send({ type: 'network', network });
    });
    fillNetworks();
    const webgl2 = element<HTMLInputElement>('webgl2');
    webgl2.checked = settings.webgl2;
    webgl2.addEventListener('change', () => void restart({ webgl2: webgl2.checked }));

    onClick('restart', () => void restart());
    onClick('rotate', rotate);
    onClick('hide', () => setVisible(!visible));
    onClick('memory', () => send({ type: 'memory-warning', level: 10 }));
    onClick('purge', () => send({ type: 'purge' }));
    onClick('safe', () => phone.showSafeArea(togglePressed('safe')));
    onClick('sound', () => speaker.setAudible(speaker.blocked || togglePressed('sound')));
    onClick('picture', () => void savePicture());
    onClick('theme', () => {
        const dark = document.documentElement.dataset.theme === 'dark' || (!document.documentElement.dataset.theme && matchMedia('(prefers-color-scheme: dark)').matches);
        showTheme(dark ? 'light' : 'dark');
        showFigures(record, displayRate);
    });
    const speak = (language: Language): void => {
        setLanguage(language);
        element('language').textContent = text('language');
        element('language').lang = language === 'en' ? 'zh' : 'en';
        fillNetworks();
        showPackage(description);
        showProblems(record.failures);
        calls.show(record.calls);
    };
    onClick('language', () => {
        const language = currentLanguage() === 'en' ? 'zh' : 'en';
        localStorage.setItem('language', language);
        speak(language);
    });
    speak(currentLanguage());
    // Browsers keep sound back until the page is touched once.
    window.addEventListener('pointerdown', () => { if (speaker.blocked) speaker.setAudible(true); });
    window.addEventListener('keydown', (event) => {
        if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return;
        const commands: Readonly<Record<string, () => void>> = { r: () => void restart(), o: rotate, h: () => setVisible(!visible) };
        commands[event.key.toLowerCase()]?.();
    });
    followFingers(element('screen'), element('fingers'), () => phone.size, send);
    setUpTabs((panel) => {
        if (panel === 'calls') calls.show(record.calls);
        if (panel === 'console') lines.read();
        if (panel === 'files') void files.refresh();
        if (panel === 'storage') void storage.refresh();
    });

    window.preview = {
        get firstPictureMs() { return record.firstPictureMs; },
        get firstFrameMs() { return record.firstFrameMs; },
        get failures() { return record.failures; },
        summary: () => record.summarise(),
        async tap(x, y) {
            const fingers = [{ identifier: 0, x, y }];
            send({ type: 'touch', phase: 'start', fingers });
            await new Promise((resolve) => setTimeout(resolve, 60));
            send({ type: 'touch', phase: 'end', fingers });
        },
        send, restart,
        async picture() {
            const bytes = await withTimeLimit(game?.ask({ ask: 'picture' }), patienceMs);
            return bytes ? toBase64(bytes) : null;
        },
        async files() {
            return await game?.ask({ ask: 'files' }) ?? { files: [], usedBytes: 0, quotaBytes: 0 };
        },
        async report(seconds) {
            const answer = await withTimeLimit(game?.ask({ ask: 'files' }), patienceMs);
            if (!answer) receive({ type: 'failure', failure: { kind: 'no-answer', seconds: patienceMs / 1000 } });
            const { files: userFiles, usedBytes } = answer ?? { files: [], usedBytes: 0 };
            const bytes = answer && await game?.ask({ ask: 'picture' });
            return {
                title: description.title, profile: settings.profile, device: settings.device, webgl2: settings.webgl2, seconds,
                ...record.summarise(),
                blankPicture: bytes ? await isBlankPicture(bytes) : null,
                userFiles: { count: userFiles.length, bytes: usedBytes },
            };
        },
    };
    begin();
}

function rememberedLanguage(): Language {
    const remembered = new URLSearchParams(location.search).get('lang') ?? localStorage.getItem('language') ?? navigator.language;
    return remembered.startsWith('zh') ? 'zh' : 'en';
}

function showTheme(theme: string | null): void {
    if (theme !== 'dark' && theme !== 'light') return;
    document.documentElement.dataset.theme = theme;
    localStorage.setItem('theme', theme);
}

function showTitle({ title, settings, server, files }: GameDescription, phone: Phone): void {
    const { width, height } = phone.size;
    const { pixelRatio } = phone.screen;
    const bytes = Object.values(files).reduce((sum, size) => sum + size, 0);
    element('title').textContent = title;
    element('subtitle').textContent = [phone.device.name, `${width} × ${height} @${pixelRatio}`, formatBytes(bytes), server].filter((part) => part !== '').join(' · ');
    document.title = `${title} – ${settings.profile}`;
}

function showVeil(message: string): void {
    element('veil').hidden = false;
    element('veil-text').textContent = message;
}

function hideVeil(): void {
    element('veil').hidden = true;
}

function onClick(id: string, action: () => void): void {
    element(id).addEventListener('click', action);
}

function showPressed(id: string, pressed: boolean): void {
    element(id).setAttribute('aria-pressed', String(pressed));
}

function togglePressed(id: string): boolean {
    const pressed = element(id).getAttribute('aria-pressed') !== 'true';
    showPressed(id, pressed);
    return pressed;
}

function fillSelect(id: string, choices: readonly (readonly [value: string, label: string])[], chosen: string, onChoose: (value: string) => void | Promise<void>): void {
    const select = element<HTMLSelectElement>(id);
    select.replaceChildren(...choices.map(([value, label]) => new Option(label, value, false, value === chosen)));
    select.onchange = () => void onChoose(select.value);
}

function networkName(conditions: NetworkConditions): string {
    return Object.keys(networks).find((name) => networks[name]!.conditions === conditions) ?? '';
}

function withTimeLimit<Value>(promise: Promise<Value> | undefined, milliseconds: number): Promise<Value | undefined> {
    const limit = new Promise<undefined>((resolve) => { setTimeout(() => resolve(undefined), milliseconds); });
    return Promise.race([promise?.catch(() => undefined) ?? Promise.resolve(undefined), limit]);
}

function toBase64(bytes: ArrayBuffer): string {
    let binary = '';
    const view = new Uint8Array(bytes);
    for (let start = 0; start < view.length; start += 0x8000) binary += String.fromCharCode(...view.subarray(start, start + 0x8000));
    return btoa(binary);
}

void main();
