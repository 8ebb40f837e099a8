import type { OptionRow, TextValue } from '../row';

const owner = { creator: 'extension', 'cocos-cli': 'platform' } as const;

function color<Default extends string>(value: Default): TextValue & { readonly default: Default } {
    return { type: 'text', control: 'color', pattern: '#(?:[0-9a-fA-F]{3}){1,2}', default: value };
}

const picture = { type: 'text', control: 'file', default: '' } as const satisfies TextValue;
/** One line that is not wrapped: a Chinese character is as wide as two others. */
const line = { type: 'text', pattern: '.{1,40}', default: '' } as const satisfies TextValue;
const chineseLine = { type: 'text', pattern: '.{1,20}', default: '' } as const satisfies TextValue;

/** What the player sees before the game: our picture while code arrives and is evaluated, then the engine's own. */
export const firstScreenRows = {
    firstScreen: {
        value: { type: 'boolean', default: true },
        owner,
        runtime: false,
        en: {
            label: 'First screen',
            description: 'Draws a picture with a progress bar at once, until the game\'s first frame. Switched off, a start that fails still says so on the screen.',
        },
        zh: {
            label: '首屏画面',
            description: '启动后立即绘制带进度条的画面，直到游戏的第一帧。关闭后，启动失败时仍会显示提示。',
        },
    },
    firstScreenColors: {
        value: {
            type: 'group',
            properties: { background: color('#12151c'), bar: color('#4c8dff'), track: color('#2a303c'), text: color('#ffffff') },
        },
        owner,
        runtime: false,
        en: {
            label: 'First screen colors',
            description: 'The colors of the first screen, as #rgb or #rrggbb.',
            properties: {
                background: { label: 'Background', description: 'Color of the whole screen, seen beside the picture and through it.' },
                bar: { label: 'Bar', description: 'Color of the progress made.' },
                track: { label: 'Track', description: 'Color of the progress still to come.' },
                text: { label: 'Text', description: 'Color of the texts.' },
            },
        },
        zh: {
            label: '首屏颜色',
            description: '首屏画面的颜色，格式为 #rgb 或 #rrggbb。',
            properties: {
                background: { label: '背景', description: '整个屏幕的颜色，在背景图四周及其透明处可见。' },
                bar: { label: '进度条', description: '已完成进度的颜色。' },
                track: { label: '进度槽', description: '未完成进度的颜色。' },
                text: { label: '文字', description: '文字的颜色。' },
            },
        },
    },
    firstScreenLogo: {
        value: picture,
        owner,
        runtime: false,
        en: {
            label: 'First screen logo',
            description: 'A PNG or JPEG of the project for the middle of the first screen, as a path relative to the project. Together with the background at most 200,000 bytes.',
        },
        zh: {
            label: '首屏 Logo',
            description: '显示在首屏中央的 PNG 或 JPEG 图片，填写相对于项目的路径。与背景图合计不超过 200,000 字节。',
        },
    },
    firstScreenBackground: {
        value: picture,
        owner,
        runtime: false,
        en: {
            label: 'First screen background',
            description: 'A PNG or JPEG of the project that fills the first screen, as a path relative to the project. Its edges are cut off where the screen has another shape.',
        },
        zh: {
            label: '首屏背景图',
            description: '铺满首屏的 PNG 或 JPEG 图片，填写相对于项目的路径。屏幕比例不同时，图片边缘会被裁去。',
        },
    },
    firstScreenText: {
        value: { type: 'group', properties: { en: line, zh: chineseLine } },
        owner,
        runtime: false,
        en: {
            label: 'First screen text',
            description: 'A line below the progress bar, in the language of the player\'s phone.',
            properties: {
                en: { label: 'English', description: 'The line for every language but Chinese, at most 40 characters; empty for none.' },
                zh: { label: 'Chinese', description: 'The line for phones in Chinese, at most 20 characters; empty for none.' },
            },
        },
        zh: {
            label: '首屏文字',
            description: '进度条下方的一行文字，按玩家手机的语言显示。',
            properties: {
                en: { label: '英文', description: '用于中文以外的所有语言，最多 40 个字符；留空则不显示。' },
                zh: { label: '中文', description: '用于中文手机，最多 20 个字符；留空则不显示。' },
            },
        },
    },
    engineSplash: {
        value: { type: 'choice', choices: ['project', 'off'], default: 'project' },
        owner,
        runtime: false,
        en: {
            label: 'Engine splash',
            description: 'The splash picture that the engine shows before the start scene: as set in the project, or none, which also takes its picture out of the package. Cocos\' terms may ask for it: leave it out only where your edition allows.',
            choices: { project: 'As in the project', off: 'None' },
        },
        zh: {
            label: '引擎插屏',
            description: '引擎在初始场景之前显示的插屏：按项目设置显示，或不显示（同时从包内移除插屏图片）。Cocos 的条款可能要求保留插屏，请仅在所用版本允许时关闭。',
            choices: { project: '按项目设置', off: '不显示' },
        },
    },
} as const satisfies Record<string, OptionRow>;
