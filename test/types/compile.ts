/** Compiles a game's script against the published declarations, as a game's own project would. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import creatorTypeScript from 'creator-typescript';
import ts from 'typescript';
import type * as TypeScript from 'typescript';
import { afterAll } from 'vitest';

export const root = path.resolve(__dirname, '../..');

/** The compilers that games meet. The older one has all that is asked of it here; its types are another version's. */
export const compilers: readonly (readonly [string, typeof TypeScript])[] = [
    ['the newest TypeScript', ts],
    ['TypeScript 4.9, which engine 3.8 is compiled with', creatorTypeScript as unknown as typeof TypeScript],
];

export interface Project {
    readonly ts: typeof TypeScript;
    readonly strict?: boolean;
    /** Whether the project has the engine's declarations. */
    readonly engine?: boolean;
}

/** What a Creator 3.8 project compiles with (`temp/tsconfig.cocos.json`), with `strict` as the project itself sets it. */
function creatorOptions({ ts, strict }: Project): TypeScript.CompilerOptions {
    return {
        target: ts.ScriptTarget.ES2015,
        module: ts.ModuleKind.ES2015,
        moduleResolution: ts.ModuleResolutionKind.Node10 ?? ts.ModuleResolutionKind.NodeJs,
        // The browser's library is large, and nothing here is asked of it.
        lib: ['lib.es2015.d.ts'],
        strict: strict ?? true,
        experimentalDecorators: true,
        isolatedModules: true,
        forceConsistentCasingInFileNames: true,
        noEmit: true,
        types: [],
    };
}

// Inside the project, so that a script's packages resolve.
const folder = mkdtempSync(path.join(root, 'node_modules', '.game-types-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the package's `types` brings. */
const packageTypes: readonly string[] = ['index.d.ts', 'cache-manager.d.ts', 'my.d.ts'];

/** Libraries and the engine's declarations are parsed once for each compiler. */
const parsed = new Map<string, TypeScript.SourceFile | undefined>();

function createHost(ts: typeof TypeScript, options: TypeScript.CompilerOptions): TypeScript.CompilerHost {
    const host = ts.createCompilerHost(options);
    const read = host.getSourceFile.bind(host);
    host.getSourceFile = (file, ...rest) => {
        if (file.startsWith(folder)) return read(file, ...rest);
        const key = `${ts.version} ${file}`;
        if (!parsed.has(key)) parsed.set(key, read(file, ...rest));
        return parsed.get(key);
    };
    return host;
}

function createProgram(script: string, project: Project, declarations: readonly string[]): { program: TypeScript.Program; checked: readonly [string, ...string[]] } {
    const { ts, engine = false } = project;
    const file = path.join(folder, 'game.ts');
    writeFileSync(file, `${script}\nexport {};\n`);
    const ours = declarations.map((name) => path.join(root, 'types', name));
    const theirs = engine ? [path.join(root, 'node_modules/@cocos/creator-types/engine/cc.d.ts')] : [];
    const options = creatorOptions(project);
    return { program: ts.createProgram([file, ...ours, ...theirs], options, createHost(ts, options)), checked: [file, ...ours] };
}

/**
 * Every message about `script` and about our declarations; none about the engine's own.
 * @param declarations files of types/; default: what `cocos-alipay-mini-game` as a package of types brings
 */
export function compile(script: string, project: Project, declarations = packageTypes): string[] {
    const { ts } = project;
    const { program, checked } = createProgram(script, project, declarations);
    return [
        ...program.getOptionsDiagnostics(),
        ...program.getGlobalDiagnostics(),
        ...checked.flatMap((name) => {
            const source = program.getSourceFile(name);
            return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
        }),
    ].map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}

/** The names of the members that a type has in a game of Alipay, such as `import('cc').AssetManager.CacheManager`. */
export function membersOf(type: string, project: Project): string[] {
    const { program, checked: [file] } = createProgram(`export type Asked = ${type};`, project, packageTypes);
    const asked = program.getSourceFile(file)?.statements.find(project.ts.isTypeAliasDeclaration);
    if (!asked) throw new Error(`no type ${type}`);
    return program.getTypeChecker().getTypeAtLocation(asked).getProperties().map(({ name }) => name);
}
