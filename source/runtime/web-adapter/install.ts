import { attempt, callHost, type GlobalScope, type Host } from '../my/host';
import { createKeyboard } from '../my/keyboard';
import { withSlash } from '../my/package-path';
import { createSystem, type SystemOptions } from '../my/system';
import { createDefiner } from './bom/define';
import { createLocalStorage } from './bom/local-storage';
import { createLocation } from './bom/location';
import { createNavigator } from './bom/navigator';
import { createPerformance, defineFrames } from './bom/time';
import { defineScreen } from './bom/screen';
import { HTMLElement } from './dom/element';
import { installDom } from './dom/install';
import { CloseEvent, CustomEvent, ErrorEvent, Event, MessageEvent, ProgressEvent, PromiseRejectionEvent, TouchEvent } from './events/event';
import { EventTarget, defineHandlers, dispatch } from './events/event-target';
import { serviceNames, textNames } from './services/names';
import type { Services, createServices } from './services/services';

/** What the package gives the adapter: its runtime options, and the parts it loads when they are first used. */
export interface WebAdapterSetup {
    readonly deviceOrientation?: string | undefined;
    /** Gives the class `DOMParser`, which is a file of its own. */
    readonly loadDOMParser?: (() => unknown) | undefined;
    /** Gives the classes and functions for texts and their bytes: also a file of its own. */
    readonly loadText?: (() => Readonly<Record<typeof textNames[number], unknown>>) | undefined;
    /** Gives the function that makes network, addresses and sound: also a file of its own. */
    readonly loadServices?: (() => typeof createServices) | undefined;
}

/** The mark of an installed adapter; requiring it again changes nothing. */
const mark = 'cocosAlipayWebAdapter';

/**
 * Gives the scope the browser's objects, over `my`. What the host has stays; any member of `my` may be missing.
 * Calling it again on the same scope changes nothing.
 */
export function installWebAdapter(scope: GlobalScope, my: Host, { deviceOrientation, loadDOMParser, loadText, loadServices }: WebAdapterSetup = {}): void {
    if ((scope['__globalAdapter'] as GlobalScope | undefined || {})[mark]) return;
    const define = createDefiner(scope);
    const userAgent = attempt(() => String((scope['navigator'] as { userAgent?: string } | undefined || {}).userAgent));
    const system = createSystem(my, { landscape: deviceOrientation === 'landscape', setTimeout: scope['setTimeout'] as SystemOptions['setTimeout'] });
    const { info } = system;
    let made: Partial<Services> | undefined;
    // What cannot be loaded yet, as in the lean layout before the game is there, is asked for again.
    const services = (): Partial<Services> => (made = made || attempt(() => loadServices!()(scope, my, {
        CloseEvent, Event, EventTarget, HTMLElement, MessageEvent, ProgressEvent, defineHandlers, dispatch,
    }))) || {};

    // The engine asks three times a touch; it clones `my`, so it gets the cached answer (runtime contract 4).
    attempt(() => { my.getSystemInfoSync = info; });
    // One object for all callers: a call of the host costs as much as reading a small file.
    const { getFileSystemManager } = my;
    let files: ReturnType<NonNullable<typeof getFileSystemManager>> | undefined;
    if (getFileSystemManager) attempt(() => { my.getFileSystemManager = () => files = files || getFileSystemManager.call(my); });
    for (const name of ['window', 'self', 'globalThis', 'top', 'parent']) define.value(name, scope);
    attempt(() => Object.assign(define.value('__globalAdapter', {}), createKeyboard(my), {
        [mark]: true,
        isSubContext: false,
        isDevTool: !!my.isIDE || /AlipayIDE/.test(userAgent || ''),
        getSystemInfoSync: info,
        getSafeArea: system.safeArea,
        loadFont(path: string) {
            const other = withSlash(path);
            return callHost(my, 'loadFont', path) || other && callHost(my, 'loadFont', other) || null;
        },
    }));
    defineScreen(define, system);
    define.all({
        EventTarget, Event, CustomEvent, ProgressEvent, MessageEvent, CloseEvent, ErrorEvent, PromiseRejectionEvent, TouchEvent,
        navigator: createNavigator(info()),
        location: createLocation(),
        localStorage: createLocalStorage(my),
        performance: createPerformance(),
    });
    defineFrames(scope, define);
    installDom(scope, define, my, system);
    if (loadDOMParser) define.live('DOMParser', loadDOMParser);
    if (loadText) for (const name of textNames) define.live(name, () => (attempt(loadText) || {} as ReturnType<typeof loadText>)[name]);
    if (loadServices) {
        for (const name of serviceNames) define.live(name, () => services()[name]);
        // A host without a random source gets no crypto: none can be made from what it has.
        attempt(() => scope['crypto'] && createDefiner(scope['crypto'] as GlobalScope).live('randomUUID', () => services().randomUUID));
    }
}
