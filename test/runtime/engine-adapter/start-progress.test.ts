import { describe, expect, it } from 'vitest';
import { tellStartProgress } from '../../../source/runtime/engine-adapter/start-progress';
import type { StartingEngine } from '../../../source/runtime/engine-adapter/starting-engine';

/** As much of the engine's events as a start has. */
class Events {
    private readonly listeners: { readonly type: string; readonly listener: () => void }[] = [];
    once(type: string, listener: () => void): void { this.listeners.push({ type, listener }); }
    emit(type: string): void {
        for (const entry of this.listeners.splice(0)) {
            if (entry.type === type) entry.listener();
            else this.listeners.push(entry);
        }
    }
}

/** @param hidden what of the engine the build does not tell of. */
function start(settings: Record<string, Record<string, unknown>> = {}, hidden?: 'game' | 'settings'): {
    readonly game: Events; readonly director: Events; readonly told: string[]; frame(): void;
} {
    const told: string[] = [];
    const frames: (() => void)[] = [];
    const game = new Events();
    const director = new Events();
    const engine = {
        game, director,
        settings: { querySettings: (category: string, name: string) => settings[category]?.[name] ?? null },
        assetManager: { bundles: {} },
    } as unknown as StartingEngine;
    tellStartProgress(hidden ? { ...engine, [hidden]: undefined } : engine, {
        firstScreen: { report: (phase: string, fraction: number) => told.push(`${phase} ${fraction}`), release: () => told.push('released') },
        requestAnimationFrame: (draw: () => void) => frames.push(draw),
    });
    return { game, director, told, frame: () => frames.splice(0).forEach((draw) => draw()) };
}

describe('the start of the engine, as the first screen is told it', () => {
    it('goes by the engine\'s own events, up to the first frame that a camera draws', () => {
        const { game, director, told } = start();
        for (const name of ['post_base_init', 'post_infrastructure_init', 'post_subsystem_init', 'game_inited']) game.emit(name);
        director.emit('director_before_commit');
        expect(told).toEqual(['engine 0.5', 'engine 0.6', 'engine 0.7', 'engine 0.85', 'scene 0', 'released']);
    });

    it.each([
        ['3.8.5', { logo: { type: 'default' }, background: { type: 'default' } }],
        ['3.8.0', { base64src: 'data:image/png;base64,' }],
    ])('ends with the splash\'s first frame, where there is one (engine %s)', (_engine, splash) => {
        const shown = start({ splashScreen: splash });
        shown.game.emit('game_inited');
        expect(shown.told).not.toContain('released');
        shown.frame();
        expect(shown.told).toContain('released');
        const off = start({ splashScreen: { ...splash, totalTime: 0 } });
        off.game.emit('game_inited');
        off.frame();
        expect(off.told).not.toContain('released');
    });

    it('needs neither a first screen nor an engine that tells', () => {
        expect(() => tellStartProgress({ assetManager: { bundles: {} } }, {})).not.toThrow();
        const told: string[] = [];
        const firstScreen = { report: (phase: string) => told.push(phase), release: () => told.push('released') };
        tellStartProgress({ assetManager: { bundles: {} } }, { firstScreen });
        expect(told).toEqual(['released']);
    });

    it('lets go of the canvas although the engine hides its game or its settings', () => {
        for (const hidden of ['game', 'settings'] as const) {
            const { director, game, told } = start({ launch: { launchScene: 'db://assets/start.scene' } }, hidden);
            game.emit('game_inited');
            expect(told).not.toContain('released');
            director.emit('director_before_commit');
            expect(told[told.length - 1]).toBe('released');
        }
    });

    it('calls a first screen of the user\'s own as the object that it is', () => {
        const screen = {
            told: [] as string[],
            report(phase: string) { this.told.push(phase); },
            release() { this.told.push('released'); },
        };
        const director = new Events();
        tellStartProgress({ director, assetManager: { bundles: {} } }, { firstScreen: screen });
        director.emit('director_before_commit');
        expect(screen.told).toEqual(['engine', 'released']);
    });
});
