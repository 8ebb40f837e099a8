/** Compiles a game's script against the published declarations, as a game's own project would. */
import path from 'node:path';
import creatorTypeScript from 'creator-typescript';
import ts from 'typescript';
import type * as TypeScript from 'typescript';

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

/** Where the scripts would be: inside the project, so that their packages resolve. They are in memory only. */
const folder = path.join(root, 'node_modules', '.game');

/** What the package's `types` brings. */
const packageTypes: readonly string[] = ['index.d.ts', 'cache-manager.d.ts', 'my.d.ts'];

/** Libraries and the engine's declarations are parsed once for each compiler. */
const parsed = new Map<string, TypeScript.SourceFile | undefined>();

/** A compiler's host that parses each file once, but for those in `changing`. */
export function createParsingHost(ts: typeof TypeScript, options: TypeScript.CompilerOptions, changing: string): TypeScript.CompilerHost {
    const host = ts.createCompilerHost(options);
    const read = host.getSourceFile.bind(host);
    // Most of the time would go into the engine's comments, which no message comes from.
    const readText = host.readFile.bind(host);
    host.readFile = (file) => (file.endsWith('/cc.d.ts') ? readText(file)?.replace(/^[ \t]*\/\*\*[^]*?\*\//gm, '') : readText(file));
    host.getSourceFile = (file, ...rest) => {
        if (file.startsWith(changing)) return read(file, ...rest);
        const key = `${ts.version} ${file}`;
        if (!parsed.has(key)) parsed.set(key, read(file, ...rest));
        return parsed.get(key);
    };
    return host;
}

interface CheckedProgram {
    readonly program: TypeScript.Program;
    /** Files of the scripts, in their order. */
    readonly scripts: readonly string[];
    /** Files of the declarations that are ours. */
    readonly ours: readonly string[];
}

function createProgram(texts: readonly string[], project: Project, declarations: readonly string[]): CheckedProgram {
    const { ts, engine = false } = project;
    const scripts = texts.map((_text, index) => path.join(folder, `game-${index}.ts`));
    const ours = declarations.map((name) => path.join(root, 'types', name));
    const theirs = engine ? [path.join(root, 'node_modules/@cocos/creator-types/engine/cc.d.ts')] : [];
    const options = creatorOptions(project);
    const host = createParsingHost(ts, options, folder);
    const { readFile } = host;
    host.readFile = (file) => (scripts.includes(file) ? `${texts[scripts.indexOf(file)]}\nexport {};\n` : readFile(file));
    return { program: ts.createProgram([...scripts, ...ours, ...theirs], options, host), scripts, ours };
}

/**
 * Of each script every message about it and about our declarations; none about the engine's own. Scripts of one project
 * are compiled together, since the engine's declarations take far longer than they.
 * @param declarations files of types/; default: what `cocos-alipay-mini-game` as a package of types brings
 */
export function compileEach(texts: readonly string[], project: Project, declarations = packageTypes): string[][] {
    const { ts } = project;
    const { program, scripts, ours } = createProgram(texts, project, declarations);
    const findMessages = (file: string): readonly TypeScript.Diagnostic[] => {
        const source = program.getSourceFile(file);
        return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    };
    const common = [...program.getOptionsDiagnostics(), ...program.getGlobalDiagnostics(), ...ours.flatMap(findMessages)];
    return scripts.map((script) => [...common, ...findMessages(script)].map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' ')));
}

/** As {@link compileEach}, of one script. */
export function compile(script: string, project: Project, declarations?: readonly string[]): string[] {
    return compileEach([script], project, declarations)[0] ?? [];
}

/** The names of the members that a type has in a game of Alipay, such as `import('cc').AssetManager.CacheManager`. */
export function membersOf(type: string, project: Project): string[] {
    const { program, scripts: [file = ''] } = createProgram([`export type Asked = ${type};`], project, packageTypes);
    const asked = program.getSourceFile(file)?.statements.find(project.ts.isTypeAliasDeclaration);
    if (!asked) throw new Error(`no type ${type}`);
    return program.getTypeChecker().getTypeAtLocation(asked).getProperties().map(({ name }) => name);
}
