/** A JSON value as plain data. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Lays one object over another: objects merge leaf by leaf, everything else, arrays too, is replaced whole. */
export function mergeLeaves(base: JsonObject, over: JsonObject): JsonObject {
    const merged: Record<string, unknown> = { ...base };
    for (const [key, value] of Object.entries(over)) {
        const below = Object.prototype.hasOwnProperty.call(merged, key) ? merged[key] : undefined;
        Object.defineProperty(merged, key, {
            value: isObject(value) && isObject(below) ? mergeLeaves(below, value) : value,
            enumerable: true, configurable: true, writable: true,
        });
    }
    return merged;
}

/** How we write JSON that people read. */
export function formatJson(value: JsonObject): string {
    return `${JSON.stringify(value, null, 4)}\n`;
}
