/** The two languages every text of the product exists in. */
export type Language = 'en' | 'zh';

/** What one problem says, in one language. `{name}` marks a value that the place of discovery fills in. */
export interface ProblemText {
    /** What is wrong, as one sentence. */
    readonly what: string;
    /** How to mend it, as an instruction. */
    readonly mend: string;
}

/** One row of the table of problems. */
export interface ProblemRow {
    readonly level: 'error' | 'warning';
    readonly en: ProblemText;
    readonly zh: ProblemText;
}

/** The names between braces in a text: `'{a} of {b}'` gives `'a' | 'b'`. */
export type Placeholders<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Placeholders<Rest> : never;

/** Replaces every `{name}` of a text by its value; a value is never read as a template again. */
export function fillText(text: string, values: Readonly<Record<string, string | number>>): string {
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.prototype.hasOwnProperty.call(values, name) ? String(values[name]) : whole));
}
