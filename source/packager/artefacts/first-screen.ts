import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { optionTable, type AlipayOptions } from '../../options';
import { standardPath, type EngineSettings, type FileTable, type Package } from '../../package';
import type { FirstScreenPicture } from './first-screen-pictures';

type ScreenOptions = Pick<AlipayOptions, 'adapter' | 'mainPackage' | 'firstScreen' | 'firstScreenColors' | 'firstScreenText'>;

interface ScreenTexts { readonly loading?: string }

/** Key `firstScreen` of `adapter-options.js`, as `source/runtime/first-screen/options.ts` reads it. */
export interface FirstScreenDescription extends ContextFacts {
    readonly enabled: boolean;
    readonly layout: AlipayOptions['mainPackage'];
    readonly backgroundColor: string;
    readonly barColor: string;
    readonly trackColor: string;
    readonly textColor: string;
    readonly background?: string;
    readonly logo?: string;
    readonly texts?: { readonly en?: ScreenTexts; readonly zh?: ScreenTexts };
}

/** What the engine of a build will ask the screen's canvas for. The first `getContext` of a canvas decides for good. */
export interface ContextFacts {
    readonly webgl: 1 | 2;
    readonly contextAttributes: { readonly alpha: boolean; readonly antialias: boolean };
}

/**
 * Whether a package has the module: in the lean layout always, since it shows what went wrong with the download. The
 * engine's own adapters know nothing of it, so that it would not let go of the canvas.
 */
export function hasFirstScreen({ adapter, mainPackage, firstScreen }: Pick<AlipayOptions, 'adapter' | 'mainPackage' | 'firstScreen'>): boolean {
    return adapter === 'bundled' && (firstScreen || mainPackage === 'lean');
}

/**
 * The engine's address where it is not in the package (a plugin of Creator's "separate engine"): what it will ask the
 * canvas for is not known, and a canvas taken for WebGL 1 gives it nothing else.
 */
export function findEngineElsewhere({ imports }: Pick<Package, 'imports'>): string | undefined {
    const address = imports['cc'];
    return address?.startsWith('plugin:') === true ? address : undefined;
}

/** What the module has to know at run time. Pure. */
export function describeFirstScreen(options: ScreenOptions, facts: ContextFacts, pictures: readonly FirstScreenPicture[]): FirstScreenDescription {
    const { firstScreen, mainPackage, firstScreenColors, firstScreenText: { en, zh } } = options;
    const colors = Object.fromEntries(Object.entries(firstScreenColors).map(([name, value]) => [`${name}Color`, value || defaultColor(name)])) as ColorKeys;
    const texts = { ...(en === '' ? {} : { en: { loading: en } }), ...(zh === '' ? {} : { zh: { loading: zh } }) };
    return {
        enabled: firstScreen,
        layout: mainPackage,
        ...facts,
        ...colors,
        ...Object.fromEntries(pictures.map(({ name, path }) => [name, path])),
        ...(Object.keys(texts).length === 0 ? {} : { texts }),
    };
}

type ColorKeys = Pick<FirstScreenDescription, `${keyof AlipayOptions['firstScreenColors']}Color`>;

/** An empty color is the table's own. */
function defaultColor(name: string): string {
    return optionTable.firstScreenColors.value.properties[name as keyof AlipayOptions['firstScreenColors']].default;
}

/**
 * Finds out what the engine will ask for (engine 3.8.5): `webgl2` where the module gfx-webgl2 is in the build
 * (cocos/gfx/device-manager.ts), known by the call it makes (gfx/webgl2/webgl2-swapchain.ts), else `webgl`; the
 * attributes that macros decide are in the settings. An engine that is not in the package is taken for the simpler one.
 */
export function readContextFacts(directory: string, files: FileTable, settings: EngineSettings): ContextFacts {
    const macros = (settings['engine'] as { readonly macros?: Readonly<Record<string, unknown>> } | undefined)?.macros ?? {};
    const isEngine = (path: string): boolean => /^cocos-js\/.*\.js$/.test(standardPath(path));
    const asksForWebgl2 = [...files.keys()].some((path) => isEngine(path) && /getContext\(\s*["']webgl2["']/.test(readFileSync(join(directory, path), 'latin1')));
    return {
        webgl: asksForWebgl2 ? 2 : 1,
        contextAttributes: { alpha: macros['ENABLE_TRANSPARENT_CANVAS'] === true, antialias: macros['ENABLE_WEBGL_ANTIALIAS'] !== false },
    };
}
