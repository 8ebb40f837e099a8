import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { deployConfigSchema } from '../source/delivery/config-schema';
import { renderDeployValidatorCode } from '../source/delivery/validator-code';
import { hostTexts } from '../source/options/i18n';
import { renderOptionTable } from '../source/options/readme-table';
import { buildConfigSchema } from '../source/options/schema';
import { renderValidatorCode } from '../source/options/validator-code';
import { renderProblemPage } from '../source/problems/page';
import type { Language } from '../source/problems';
import { probeResultSchema } from '../source/simulator/probe-result/schema';
import { renderProbeValidatorCode } from '../source/simulator/probe-result/validator-code';

const origin = (table: string): string => `Generated from ${table} by \`npm run generate\`. Do not edit.`;

/** How a language is named in the files of each kind. */
const languages: readonly { readonly language: Language; readonly suffix: string }[] = [
    { language: 'en', suffix: '' },
    { language: 'zh', suffix: '.zh-CN' },
];

/** Every generated file of the project at `root`: its path relative to it, and what it must contain. */
export function generatedFiles(root: string): ReadonlyMap<string, string> {
    const files = new Map<string, string>([
        ['source/options/generated/validators.js', renderValidatorCode()],
        ['source/delivery/generated/validators.js', renderDeployValidatorCode()],
        ['source/simulator/probe-result/generated/validators.js', renderProbeValidatorCode()],
        ['static/schema/probe-result.schema.json', `${JSON.stringify(probeResultSchema(), null, 2)}\n`],
        ['types/my.d.ts', renderGameTypes(path.join(root, 'source/platform/my'))],
        ['types/cache-manager.d.ts', renderCacheTypes(readFileSync(path.join(root, 'source/runtime/engine-adapter/cache/game-members.ts'), 'utf8'))],
    ]);
    for (const { language, suffix } of languages) {
        files.set(`i18n/${language}.js`, renderTextModule(language));
        files.set(`static/schema/build-config${suffix}.schema.json`, `${JSON.stringify(buildConfigSchema(language), null, 2)}\n`);
        files.set(`static/schema/deploy-config${suffix}.schema.json`, `${JSON.stringify(deployConfigSchema(language), null, 2)}\n`);
        files.set(`docs/problems${suffix}.md`, renderProblemPage(language));
        const readme = `README${suffix}.md`;
        if (existsSync(path.join(root, readme))) files.set(readme, withOptionTable(readFileSync(path.join(root, readme), 'utf8'), language));
    }
    return files;
}

/** The declarations of `my` as games take them: the same interfaces in one file, and the global object itself. */
function renderGameTypes(folder: string): string {
    const read = (name: string): string => readFileSync(path.join(folder, `${name}.ts`), 'utf8').replace(/^import .+\n/gm, '').trim();
    const declarations = read('index').replace(/^export type \* from '\.\/(.+)';$/gm, (_line, name: string) => `\n${read(name)}`).replace(/\n{3,}/g, '\n\n');
    return `// ${origin('source/platform/my/')}\n${declarations}\n\ndeclare global {\n    const my: My;\n}\n`;
}

/**
 * The members that the adapter adds to `assetManager.cacheManager`, joined to the engine's own declaration of it. They
 * are optional there, since a game may run where another cache manager does. The file is a script and names nothing of
 * `cc`, so that it also compiles in a project without the engine's declarations.
 */
function renderCacheTypes(declarations: string): string {
    const members = declarations.slice(declarations.indexOf('*/') + 3).trim().replace(/^(?=.)/gm, ' '.repeat(8));
    return `// ${origin('source/runtime/engine-adapter/cache/game-members.ts')}
declare module 'cc' {
    export namespace AssetManager {
${members}

        /** The extension's own: optional, since other platforms' cache managers lack them. Write \`cacheManager?.pin?.(url)\`. */
        export interface CacheManager extends Partial<AlipayCacheMembers> {}
    }
}
`;
}

/** CommonJS: the form that both Creator and the Cocos CLI load texts in. */
function renderTextModule(language: Language): string {
    return `// ${origin('source/options')}\n'use strict';\n\nmodule.exports = ${JSON.stringify(hostTexts(language), null, 4)};\n`;
}

/** A README with the table between its option-table marks renewed; without marks it stays as it is. */
function withOptionTable(readme: string, language: Language): string {
    return readme.replace(
        /(<!-- option-table -->\n)[^]*?(<!-- \/option-table -->)/,
        (_whole, start: string, end: string) => `${start}${renderOptionTable(language)}\n${end}`,
    );
}
