const property = /(?:"([^"\\]+)"|'([^'\\]+)'|([\w$]+))\s*:\s*(?:"([^"\\]+)"|'([^'\\]+)')/g;

/**
 * Reads `imports` from an import map file, a JSON file or the CommonJS module a host writes (host contract 3),
 * without running it. Undefined where there are no imports.
 */
export function parseImportMap(text: string): Record<string, string> | undefined {
    const start = text.search(/["']?imports["']?\s*:/);
    if (start < 0) return undefined;
    const imports: Record<string, string> = {};
    const open = text.indexOf('{', start);
    for (const match of text.slice(open, text.indexOf('}', open)).matchAll(property)) {
        const name = match[1] ?? match[2] ?? match[3];
        const target = match[4] ?? match[5];
        if (name !== undefined && target !== undefined) imports[name] = target;
    }
    return Object.keys(imports).length > 0 ? imports : undefined;
}
