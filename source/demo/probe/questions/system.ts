import type { HostSwitches, MenuButtonRect, SystemInfo } from '../../../platform';
import { callHost, type Host } from '../../../runtime/my/host';
import { openStorage } from '../../../runtime/my/storage';
import { messageOf, waitFor } from '../outcome';
import type { Question } from '../question';
import { filesOf } from './files';

/** Storage, names and sizes: what is answered at once (platform facts 3.3, 3.9, 4.1 #1). */
export const systemQuestion: Question = {
    name: 'system',
    about: ['missingStorageValue', 'iosPlatform', 'webglClasses', 'userDataPath'],
    ask({ my, scope, answers }) {
        const key = 'probe-absent';
        openStorage(my).remove(key);
        const { data } = (callHost(my, 'getStorageSync', { key }) || {}) as { data?: unknown };
        answers.answer('missingStorageValue', data === null ? 'null' : data === undefined ? 'undefined' : undefined);

        const userData = my.env && my.env.USER_DATA_PATH;
        answers.answer('userDataPath', userData ? (/^\w+:/.test(userData) ? 'https://usr' : '/usr/data') : undefined, 'no USER_DATA_PATH');

        const info = callHost(my, 'getSystemInfoSync');
        const platform = info && info.platform;
        answers.answer('iosPlatform', platform === 'iOS' || platform === 'iPhone OS' ? platform : undefined, 'not iOS');
        const named = ['WebGLRenderingContext', 'WebGL2RenderingContext'].map((name) => scope[name] !== undefined);
        answers.answer('webglClasses', named[0] ? named[1] ? 'both' : 'webgl1' : named[1] ? 'webgl2' : 'none');
        if (info) answers.fact('systemInfoKeys', Object.keys(info).join(','));

        // Whether Alipay's build changed this code although project.config.json asks for none of it (platform facts 1.2).
        const mark = (nameThatStays: number): number => nameThatStays;
        answers.fact('codeIsAsWritten', /nameThatStays.*=>/.test(String(mark)));

        return Promise.resolve();
    },
};

/** What the host says of its screen: at once, and when the game has run for a while (platform facts 3.3). */
export interface ScreenAnswers {
    readonly info: SystemInfo | undefined;
    readonly menuButton: MenuButtonRect | undefined;
}

export function askAboutScreen(my: Host): ScreenAnswers {
    return { info: callHost(my, 'getSystemInfoSync') || undefined, menuButton: callHost(my, 'getMenuButtonBoundingClientRect') };
}

/** Sizes in the first moments and later. The probe's own game.json says landscape. */
export const screenQuestion: Question = {
    name: 'screen',
    about: ['menuButton', 'landscapeSizes', 'earlySystemInfo'],
    async ask({ my, clock, answers, atStart }) {
        await waitFor<string>(clock, 1_500, () => undefined);
        const { info, menuButton } = askAboutScreen(my);
        answers.answer('landscapeSizes', info && (info.windowWidth < info.windowHeight ? 'portrait' : 'turned'), 'no system info');
        answers.answer('earlySystemInfo', info && compareSizes(atStart.info, info), 'no system info');
        const isDrawn = (rect: MenuButtonRect | undefined): boolean => !!rect && rect.width > 0;
        answers.answer(
            'menuButton', menuButton && (isDrawn(menuButton) ? isDrawn(atStart.menuButton) ? 'drawn' : 'late' : 'zero'), 'no getMenuButtonBoundingClientRect',
        );
    },
};

function compareSizes(early: SystemInfo | undefined, late: SystemInfo): HostSwitches['earlySystemInfo'] | undefined {
    if (!early) return 'undefined';
    if (!(early.windowWidth > 0 && early.windowHeight > 0)) return 'zero';
    if (early.windowWidth === late.windowWidth && early.windowHeight === late.windowHeight) return 'right';
    return early.windowWidth === late.windowHeight && early.windowHeight === late.windowWidth ? 'swapped' : undefined;
}

/** Whether a font must lie in user data (platform facts 3.2): clients before 2023 are said to end the game otherwise. */
export const fontQuestion: Question = {
    name: 'fonts',
    about: ['fontPaths'],
    risky: true,
    async ask(asked) {
        const { my, answers, folder } = asked;
        const path = answers.switches.packagePaths === 'absolute' ? '/game.json' : 'game.json';
        await filesOf(asked).write('font.ttf', 'no font');
        const load = (font: string): string | undefined => {
            try {
                answers.fact('fontAnswer', String(my.loadFont!(font)));
                return undefined;
            } catch (error) {
                return messageOf(error);
            }
        };
        if (!my.loadFont) return answers.skip(this.about, 'no loadFont');
        // Neither is a font: only whether the path itself is refused counts.
        const inUserData = load(`${folder}/font.ttf`);
        const inPackage = load(path);
        answers.answer('fontPaths', inPackage === undefined ? 'any' : inUserData === undefined ? 'user-data' : undefined, inPackage);
    },
};

interface WebAssemblyLike {
    instantiate(path: string, imports?: object): Promise<unknown>;
}

/** `MYWebAssembly` in the main thread of games, and the paths it takes (platform facts 2.8, section 7 #6). */
export const webAssemblyQuestion: Question = {
    name: 'web-assembly',
    about: ['myWebAssembly'],
    risky: true,
    async ask({ scope, clock, answers }) {
        const own = scope['MYWebAssembly'] as WebAssemblyLike | undefined;
        answers.answer('myWebAssembly', typeof own === 'object' || typeof own === 'function');
        if (!own) return;
        for (const [fact, path] of [['wasmRelativePath', 'probe.wasm'], ['wasmAbsolutePath', '/probe.wasm']] as const) {
            const result = await waitFor<string>(clock, 8_000, (tell) => {
                void Promise.resolve().then(() => own.instantiate(path, {})).then(() => 'works', messageOf).then(tell);
            });
            answers.fact(fact, result || 'no answer');
        }
    },
};
