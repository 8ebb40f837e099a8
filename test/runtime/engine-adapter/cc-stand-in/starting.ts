import type { AssetManager } from './asset-manager';
import type { Done, Frames } from './types';

type Ask = (category: string, name: string) => unknown;

/** The engine's events, as far as the adapter listens: each listener is told once. */
export class Events {
    private readonly listeners = new Map<string, (() => void)[]>();

    once(type: string, listener: () => void): void {
        this.listeners.set(type, [...this.listeners.get(type) ?? [], listener]);
    }

    emit(type: string): void {
        const told = this.listeners.get(type) ?? [];
        this.listeners.delete(type);
        for (const listener of told) listener();
    }
}

/** The engine's director: loads one scene at a time, and draws only what has a camera. */
export class Director extends Events {
    /** What a scene does when it becomes the running one. */
    onLaunch: (scene: string) => void = () => undefined;
    running: string | undefined;
    private loading = '';

    constructor(private readonly assetManager: AssetManager, private readonly log: (text: string) => void) { super(); }

    /** False where nothing is begun: another scene is loading, or no bundle has the scene. */
    loadScene(name: string, onLaunched?: Done): boolean {
        if (this.loading) {
            this.log(`Failed to load scene '${name}' because '${this.loading}' is being loaded.`);
            return false;
        }
        const bundle = this.assetManager.bundles.find((one) => one.getSceneInfo(name) !== undefined);
        if (!bundle) {
            this.log(`Can not load the scene '${name}' because it was not in the build settings before playing.`);
            return false;
        }
        this.loading = name;
        bundle.loadScene(name, (error) => {
            this.loading = '';
            if (error) {
                this.log(String(error));
                onLaunched?.(error);
                return;
            }
            this.running = undefined;
            this.onLaunch(name);
            this.running = name;
            onLaunched?.(null);
        });
        return true;
    }

    tick(): void {
        if (this.running !== undefined) this.emit('director_before_commit');
    }
}

/** The engine's game: its start in order, then the launch scene, then a frame after another. */
export class Game extends Events {
    /** What a plugin script of the game does before the bundles are loaded. */
    onPlugins: () => void = () => undefined;
    private isInited = false;
    private shouldLoadLaunchScene = true;

    constructor(private readonly assetManager: AssetManager, private readonly director: Director, private readonly ask: Ask, private readonly frames: Frames, private readonly log: (text: string) => void) { super(); }

    async init(): Promise<void> {
        this.emit('post_base_init');
        this.assetManager.init();
        this.emit('post_infrastructure_init');
        this.emit('post_subsystem_init');
        this.onPlugins();
        const bundles = (this.ask('assets', 'preloadBundles') ?? []) as { bundle: string; version?: string }[];
        await Promise.all(bundles.map(({ bundle, version }) => promise((done) => this.assetManager.loadBundle(bundle, version ? { version } : {}, done))));
        const assets = (this.ask('assets', 'preloadAssets') ?? []) as string[];
        await Promise.all(assets.map((uuid) => promise((done) => this.assetManager.loadAny(uuid, done))));
        this.isInited = true;
        this.emit('game_inited');
    }

    run(): void {
        if (this.isInited) this.frames.requestAnimationFrame(() => this.update());
    }

    private update(): void {
        this.frames.requestAnimationFrame(() => this.update());
        if (!this.shouldLoadLaunchScene) {
            this.director.tick();
            return;
        }
        this.shouldLoadLaunchScene = false;
        const scene = this.ask('launch', 'launchScene') as string | undefined;
        if (scene) this.director.loadScene(scene, () => this.log(`Success to load scene: ${scene}`));
    }
}

function promise(start: (done: Done) => void): Promise<unknown> {
    return new Promise((resolve, reject) => start((error, value) => (error ? reject(error) : resolve(value))));
}
