import { describe, expect, it } from 'vitest';
import { guardStart } from '../../../source/runtime/engine-adapter/guard-start';
import type { StartingEngine, StartRequest } from '../../../source/runtime/engine-adapter/starting-engine';

type Done = (error: Error | null, value?: unknown) => void;
type Progress = (finished: number, total: number) => void;

const launchScene = 'db://assets/start.scene';
const builtinAssets = ['a-material', 'an-effect'];
const settings: Record<string, Record<string, unknown>> = { launch: { launchScene }, engine: { builtinAssets }, assets: { preloadBundles: [{ bundle: 'main', version: '1a2b3' }], preloadAssets: ['an-asset'] } };

interface Guarded {
    readonly engine: StartingEngine & { director: NonNullable<StartingEngine['director']> };
    /** What reached the engine's own `loadAny`. */
    readonly asked: { readonly request: StartRequest; readonly options: unknown; readonly progress: Progress; readonly done: Done }[];
    readonly told: unknown[][];
    readonly reported: number[];
    load(request: StartRequest, ...values: unknown[]): void;
    drawFrame(): void;
    /** What is done again when the player says so. */
    tryAgain(): void;
}

/** @param canRetry what the teller of failures answers. */
function guard({ canRetry = true, screen = true, hidden = [] as readonly ('game' | 'director' | 'settings')[] } = {}): Guarded {
    const asked: Guarded['asked'] = [];
    const told: unknown[][] = [];
    const reported: number[] = [];
    let drawFrame = (): void => undefined;
    const engine = {
        game: { once: () => undefined, init: () => Promise.reject(new Error('no settings')) },
        director: { once: (_type: string, listener: () => void) => { drawFrame = listener; }, loadScene: () => false },
        settings: { querySettings: (category: string, name: string) => settings[category]?.[name] ?? null },
        assetManager: {
            bundles: { find: (test: (one: { getSceneInfo(name: string): unknown }) => boolean) => (test({ getSceneInfo: (name) => name === launchScene }) ? {} : null) },
            loadAny: (request: StartRequest, ...values: unknown[]) => void asked.push({ request, options: values.at(-3), progress: values.at(-2) as Progress, done: values.at(-1) as Done }),
        },
    };
    for (const name of hidden) delete (engine as Partial<typeof engine>)[name];
    const scope = screen ? { firstScreen: { report: (_phase: string, fraction: number) => reported.push(fraction) } } : {};
    guardStart(engine as unknown as StartingEngine, scope, {}, (...given) => {
        told.push(given);
        return canRetry && given.length > 1;
    });
    return {
        engine: engine as unknown as Guarded['engine'], asked, told, reported,
        load: (request, ...values) => engine.assetManager.loadAny(request, ...values),
        drawFrame: () => drawFrame(),
        tryAgain: () => (told.at(-1)![1] as () => void)(),
    };
}

const failure = new Error('lost');

describe('the loads that the engine begins by itself', () => {
    it.each([
        ['a bundle', [{ url: 'main' }, { version: '1a2b3' }, null]],
        ['an asset', ['an-asset']],
        ['the engine\'s own bundle', [{ url: 'internal' }, { preset: 'bundle' }, null]],
        ['the engine\'s own materials', [builtinAssets]],
        ['the start scene', [{ scene: launchScene }, { bundle: 'main' }, null]],
    ] as readonly [string, [StartRequest, ...unknown[]]][])('%s: a failure is kept from the engine, and the same is asked again', (_name, [request, ...values]) => {
        const { load, asked, told, tryAgain } = guard();
        const answers: unknown[][] = [];
        load(request, ...values, (...answer: unknown[]) => answers.push(answer));
        // As the engine does, which looks there the next time.
        Object.assign(asked[0]!.options as object, { __exclude__: { tried: true } });
        asked[0]!.done(failure);
        expect([answers, told]).toEqual([[], [[failure, expect.any(Function), !Object(request).scene, false]]]);
        tryAgain();
        expect(asked[1]).toMatchObject({ request, options: values[0] ?? {} });
        expect(asked[1]!.options).not.toHaveProperty('__exclude__');
        asked[1]!.done(null, 'there');
        expect(answers).toEqual([[null, 'there']]);
    });

    it('are the engine\'s again when nothing helps', () => {
        const { load, asked } = guard({ canRetry: false });
        const answers: unknown[][] = [];
        load({ url: 'main' }, {}, null, (...answer: unknown[]) => answers.push(answer));
        asked[0]!.done(failure);
        expect(answers).toEqual([[failure, undefined]]);
    });

    it.each([
        ['another bundle', [{ url: 'other' }, {}, null]],
        ['another asset', ['other']],
        ['several assets', [['an-asset', 'other']]],
        ['another scene', [{ scene: 'db://assets/other.scene' }, {}, null]],
        ['an asset with a listener for its progress', ['an-asset', () => undefined]],
    ] as unknown as readonly [string, [StartRequest, ...unknown[]]][])('are not those of the game: %s', (_name, [request, ...values]) => {
        const { load, asked, told } = guard();
        const answers: unknown[][] = [];
        const done = (...answer: unknown[]): void => void answers.push(answer);
        load(request, ...values, done);
        expect(asked[0]!.done).toBe(done);
        asked[0]!.done(failure);
        expect([answers, told]).toEqual([[[failure]], []]);
    });

    it('are handed over as they are without a listener for their end', () => {
        const { load, asked } = guard();
        load('an-asset');
        load({ url: 'main' }, { priority: 2 });
        expect(asked.map(({ request, done }) => [request, done])).toEqual([['an-asset', undefined], [{ url: 'main' }, { priority: 2 }]]);
    });

    it.each(['the start scene has come', 'the game has drawn a frame'])('end when %s', (when) => {
        const { load, asked, told, drawFrame } = guard();
        if (when.includes('frame')) {
            drawFrame();
        } else {
            load({ scene: launchScene }, {}, null, () => undefined);
            asked.pop()!.done(null, 'the scene');
        }
        const answers: unknown[][] = [];
        load({ scene: launchScene }, {}, null, (...answer: unknown[]) => answers.push(answer));
        asked[0]!.done(failure);
        expect([answers, told]).toEqual([[[failure]], []]);
    });

    it('tell the first screen how far the start scene is, unless the game listens itself', () => {
        const { load, asked, reported } = guard();
        load({ scene: launchScene }, {}, null, () => undefined);
        asked[0]!.progress(1, 4);
        expect(reported).toEqual([0.25]);
        const own: number[] = [];
        load({ scene: launchScene }, {}, (finished: number) => own.push(finished), () => undefined);
        asked[1]!.progress(2, 4);
        expect([reported, own]).toEqual([[0.25], [2]]);
        const without = guard({ screen: false });
        without.load({ scene: launchScene }, {}, null, () => undefined);
        expect(without.asked[0]!.progress).toBe(null);
    });

    it('that end in an error of the game\'s own tell it, and throw it on', () => {
        const { load, asked, told } = guard();
        load({ scene: launchScene }, {}, null, () => { throw failure; });
        expect(() => asked[0]!.done(null, 'the scene')).toThrow('lost');
        expect(told).toEqual([[failure]]);
    });
});

describe('a start', () => {
    it('whose settings or engine fail is told, and fails all the same', async () => {
        const { engine, told } = guard();
        await expect(engine.game!.init!()).rejects.toThrow('no settings');
        expect(told).toEqual([[expect.objectContaining({ message: 'no settings' })]]);
    });

    it('whose scene is in no bundle is told; while another scene is loading, nothing is', () => {
        const { engine, told } = guard();
        expect(engine.director.loadScene!(launchScene, () => undefined)).toBe(false);
        expect(engine.director.loadScene!('db://assets/other.scene')).toBe(false);
        expect(told).toEqual([]);
        settings['launch'] = { launchScene: 'db://assets/gone.scene' };
        engine.director.loadScene!('db://assets/gone.scene', () => undefined);
        settings['launch'] = { launchScene };
        expect(told).toEqual([[expect.objectContaining({ message: expect.stringContaining('gone.scene') as string })]]);
    });

    it('of an engine that hides its parts goes its way', () => {
        const { load, asked } = guard({ hidden: ['game', 'director', 'settings'] });
        const answers: unknown[][] = [];
        load({ url: 'main' }, {}, null, (...answer: unknown[]) => answers.push(answer));
        asked[0]!.done(failure);
        expect(answers).toEqual([[failure]]);
    });
});
