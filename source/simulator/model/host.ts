import { limits, myNames, profiles, type HostProfile } from '../../platform';
import type { My } from '../../platform/my';
import { createAudioCalls, type HostSounds } from './audio';
import { Bridge, Life } from './bridge';
import { createCallRecorder, type CallLog } from './calls';
import { createRealClock, type Clock } from './clock';
import { HostDisk } from './disk';
import { createFaultPlan, type FaultPlan } from './faults';
import { createFileSystemManager } from './files/file-system-manager';
import { FileOperations } from './files/operations';
import { createPackageFiles, isPackageFileSource } from './files/package-files';
import { createGlobals, namedWebglClasses } from './globals';
import { createSensor, type SensorInput } from './input/sensor';
import { createDigitiser } from './input/digitiser';
import { createTouchCalls, createTouchInput, type TouchChange, type TouchInput } from './input/touch';
import { createKeyboard, type KeyboardInput } from './input/keyboard';
import { createInterfaceCalls } from './interface-calls';
import { createLifecycle, networkStatusOf } from './lifecycle';
import { createHttpCalls } from './network/http-calls';
import { HostNetwork } from './network/network';
import { createSocketCalls } from './network/socket-calls';
import { recordingClasses } from './screen/recording-canvas';
import { createScreenCalls } from './screen/screen-calls';
import { defaultScreen, windowSizeOf, type HostScreen } from './screen/screen';
import type { HostSetup } from './setup';
import { createStorageCalls } from './storage';
import { createSubpackageCalls } from './subpackages';
import { createTiming } from './timing';
import { addMocks, addUnknownCalls } from './unknown-calls';
import { createWebAssembly } from './web-assembly';

/** What the player does. */
export interface HostUser extends TouchInput, KeyboardInput, SensorInput {
    /** Turns the phone: `landscape` games see it as a new window size. */
    rotate(orientation: HostScreen['orientation']): void;
    /** Another screen: a folding phone, a split window. */
    resize(screen: Partial<HostScreen>): void;
}

/** What the system does to the game. */
export interface HostLifecycle {
    readonly visible: boolean;
    hide(): void;
    show(): void;
    memoryWarning(level: 5 | 10 | 15): void;
    /** The system takes the WebGL context of the screen, as it may when memory runs low or the game is hidden. */
    loseContext(): void;
    /** The host empties its temp folder. */
    purgeTempFiles(): void;
    /** The host, or the player in the settings, empties user data. Storage stays. */
    purgeUserFiles(): void;
    /** An error of the game that nothing caught. @returns whether a `my.onError` listener was told. */
    raiseError(error: unknown): boolean;
    raiseUnhandledRejection(reason: unknown): void;
}

/** A simulated Alipay host with one game running in it. */
export interface AlipayHost {
    readonly my: My;
    /** What a game's global object has in this profile beside ECMAScript's own: `my`, timers, `window` ... */
    readonly globals: Record<string, unknown>;
    readonly profile: HostProfile;
    readonly clock: Clock;
    readonly disk: HostDisk;
    readonly network: HostNetwork;
    readonly faults: FaultPlan;
    readonly calls: CallLog;
    readonly user: HostUser;
    readonly lifecycle: HostLifecycle;
    readonly screen: HostScreen;
    readonly sounds: HostSounds;
    /** Names of subpackages that have been loaded. */
    readonly loadedSubpackages: ReadonlySet<string>;
    /** False after `kill`, or a `kill` fault. */
    readonly alive: boolean;
    /** Ends the game at once: nothing of it runs, is answered or writes any more. */
    kill(): void;
    /** Kills the game if it lives and starts it anew on the same disk, network and clock. */
    restart(changes?: HostSetup): AlipayHost;
}

/**
 * Makes a host of a profile, on a disk and a network of its own unless given.
 * Runs in Node and in a browser's Worker; it uses neither Node's modules nor the DOM.
 */
export function createAlipayHost(setup: HostSetup = {}): AlipayHost {
    const profile = profileOf(setup);
    const { switches } = profile;
    const clock = setup.clock ?? createRealClock();
    const disk = setup.disk ?? new HostDisk();
    const network = setup.network ?? new HostNetwork();
    const packageFiles = setup.packageFiles === undefined ? createPackageFiles({})
        : isPackageFileSource(setup.packageFiles) ? setup.packageFiles : createPackageFiles(setup.packageFiles);
    const calls = createCallRecorder();
    const faults = createFaultPlan();
    const raise = (error: unknown): void => {
        setup.onGameError?.(error);
        if (lifecycle.events.error(messageOf(error), error instanceof Error ? error.stack : undefined)) return;
        if (setup.onUncaughtError) setup.onUncaughtError(error);
        // In a turn of its own: an error in one listener must not keep an event from the others.
        else clock.schedule(() => { throw error; }, 0);
    };
    const timing = createTiming(setup);
    const life = new Life(clock, raise, timing);
    const bridge = new Bridge(life, calls, faults, timing, switches.syncErrors === 'throw');
    const operations = new FileOperations({
        disk, packageFiles, switches,
        quotaBytes: setup.quotaBytes ?? profile.userDataBytes ?? limits.userDataBytes,
        fileLimitBytes: setup.fileLimitBytes ?? profile.userFileBytes ?? limits.userFileBytes,
        now: () => clock.wallTime(),
        onMissingPackageFile: setup.onMissingPackageFile,
    });
    const lifecycle = createLifecycle(bridge, profile, setup.launch ?? { query: {}, referrerInfo: {} });
    const keyboard = createKeyboard(bridge, () => setup.onKeyboardChange?.(), setup.keyboard);
    const touches = createTouchCalls(bridge, switches);
    const loadedSubpackages = new Set<string>();
    let screen: HostScreen = { ...defaultScreen, ...setup.screen };
    let visible = true;
    const audio = createAudioCalls({ bridge, switches, operations, network, setup });
    const sensor = createSensor(bridge);
    const screenCalls = createScreenCalls({ bridge, profile, setup, operations, network, screen: () => screen });
    const { page } = screenCalls;
    const fileSystem = createFileSystemManager(bridge, operations);
    removeMembers(fileSystem, 'FileSystemManager', profile.lacks);

    const my = {
        env: { USER_DATA_PATH: switches.userDataPath, clientEnv: 'production' },
        SDKVersion: profile.baseLibrary,
        isIDE: profile.system === 'studio',
        getFileSystemManager: () => bridge.callPlain('getFileSystemManager', 'system', '', () => fileSystem),
        ...screenCalls.calls,
        ...createHttpCalls({ bridge, network, switches, operations, disk, allowHttp: setup.allowHttp ?? false }),
        ...createSocketCalls(bridge, network, switches),
        ...createStorageCalls(bridge, disk, switches),
        ...createSubpackageCalls({ bridge, switches, packageFiles, network, latencyOf: () => timing.latencyOf('subpackages'), runModule: setup.runModule, loaded: loadedSubpackages }),
        ...audio.calls,
        ...touches.calls,
        ...keyboard.calls,
        ...sensor.calls,
        ...lifecycle.calls,
        ...createInterfaceCalls(bridge, network, profile),
    } as My;
    addUnknownCalls(my, myNames, { bridge, onCall: (name) => setup.onUnknownCall?.(name) });
    addMocks(my, setup.mocks ?? {}, bridge);
    removeMembers(my, '', profile.lacks);

    life.onEnd(network.onChange(() => lifecycle.events.networkChange(networkStatusOf(network))));
    const deliverTouch = (change: TouchChange): void => {
        if (life.isOver) return;
        page?.dispatchTouch(change);
        if (!page || switches.studioBodyTouches) touches.emit(change);
    };
    const touchInput = createTouchInput(setup.digitiser ? createDigitiser(setup.digitiser, deliverTouch) : deliverTouch);
    const changeScreen = (changes: Partial<HostScreen>): void => {
        screen = { ...screen, ...changes };
        if (life.isOver) return;
        page?.dispatchResize();
        lifecycle.events.windowResize(windowSizeOf(screen, profile));
    };

    const host: AlipayHost = {
        my,
        globals: createGlobals({
            my, life, clock, page, frames: setup.frames,
            webAssembly: switches.myWebAssembly && !profile.lacks.includes('global:MYWebAssembly') ? createWebAssembly(operations) : undefined,
            webglClasses: namedWebglClasses(switches, setup.webglClasses ?? recordingClasses),
            isVisible: () => visible, framesPerSecond: screenCalls.framesPerSecond,
        }),
        profile, clock, disk, network, faults, calls, loadedSubpackages, sounds: audio.sounds,
        get screen() { return screen; },
        get alive() { return !life.isOver; },
        user: Object.defineProperties({} as HostUser, {
            ...Object.getOwnPropertyDescriptors(touchInput),
            ...Object.getOwnPropertyDescriptors(keyboard.user),
            ...Object.getOwnPropertyDescriptors(sensor.user),
            ...Object.getOwnPropertyDescriptors({
                rotate: (orientation: HostScreen['orientation']) => changeScreen({ orientation }),
                resize: changeScreen,
            }),
        }),
        lifecycle: {
            get visible() { return visible; },
            hide() {
                visible = false;
                lifecycle.events.hide();
            },
            show() {
                visible = true;
                lifecycle.events.show();
            },
            memoryWarning: lifecycle.events.memoryWarning,
            loseContext: screenCalls.loseContext,
            purgeTempFiles: () => disk.clear('temp'),
            purgeUserFiles: () => disk.clear('user'),
            raiseError: (error) => lifecycle.events.error(messageOf(error), error instanceof Error ? error.stack : undefined),
            raiseUnhandledRejection: lifecycle.events.unhandledRejection,
        },
        kill: () => life.end(),
        restart(changes = {}) {
            host.kill();
            return createAlipayHost({ ...setup, clock, disk, network, packageFiles, ...changes });
        },
    };
    return host;
}

function profileOf({ profile = 'android', switches, without = [] }: HostSetup): HostProfile {
    const base = typeof profile === 'string' ? profiles[profile] : profile;
    return { ...base, lacks: [...base.lacks, ...without], switches: { ...base.switches, ...switches } };
}

function messageOf(error: unknown): string {
    return error instanceof Error ? error.message : String(error);
}

/** Takes away what the client does not have. Names are `member`, or `Owner.member` for objects that `my` gives. */
function removeMembers(object: object, owner: string, lacks: readonly string[]): void {
    for (const name of lacks) {
        const path = name.split('.');
        if (owner !== '') {
            if (path[0] === owner) delete (object as Record<string, unknown>)[path[1]!];
            continue;
        }
        let place = object as Record<string, unknown>;
        for (const step of path.slice(0, -1)) place = (place[step] ?? {}) as Record<string, unknown>;
        delete place[path[path.length - 1]!];
    }
}
