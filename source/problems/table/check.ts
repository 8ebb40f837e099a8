import type { ProblemRow } from '../text';

/** AMG4xx: what `check` finds in a finished package. */
export const checkProblems = {
    AMG401: {
        level: 'error',
        en: { what: 'A file that every mini game needs is missing.', mend: 'Package the build again.' },
        zh: { what: '缺少小游戏必需的文件。', mend: '请重新打包。' },
    },
    AMG402: {
        level: 'error',
        en: { what: 'The subpackage {name} has no {file}: the client runs it when the subpackage is loaded.', mend: 'Package the build again, or correct `subpackages` in game.json.' },
        zh: { what: '分包 {name} 缺少 {file}：客户端加载分包后会执行它。', mend: '请重新打包，或修正 game.json 中的 `subpackages`。' },
    },
    AMG403: {
        level: 'error',
        en: { what: 'game.json spells "subPackages"; a mini game needs "subpackages".', mend: 'Rename the key.' },
        zh: { what: 'game.json 写作 “subPackages”；小游戏应为 “subpackages”。', mend: '请修改该键名。' },
    },
    AMG404: {
        level: 'error',
        en: { what: 'The bundle {bundle} is loaded as a subpackage, but game.json does not name it.', mend: 'Package the build again, or add it to `subpackages` in game.json.' },
        zh: { what: 'Bundle {bundle} 以分包方式加载，但 game.json 未声明它。', mend: '请重新打包，或在 game.json 的 `subpackages` 中添加它。' },
    },
    AMG405: {
        level: 'error',
        en: { what: 'The bundle {bundle} has no {part}.', mend: 'Build and package again.' },
        zh: { what: 'Bundle {bundle} 缺少 {part}。', mend: '请重新构建并打包。' },
    },
    AMG406: {
        level: 'error',
        en: { what: '`deviceOrientation` ({device}) and `screenOrientation` ({screen}) differ: old and new clients would show the game differently.', mend: 'Give both the same value.' },
        zh: { what: '`deviceOrientation`（{device}）与 `screenOrientation`（{screen}）不一致：新旧客户端的显示会不同。', mend: '请将两者设为相同的值。' },
    },
} as const satisfies Record<string, ProblemRow>;
