/**
 * Breaks a paragraph into lines: between Latin words and between any two Chinese characters; a word longer than a line,
 * as addresses are, wherever it must.
 */
export function wrap(paragraph: string, fits: (line: string) => boolean): string[] {
    const lines: string[] = [];
    let line = '';
    for (const word of paragraph.match(/[\u2e80-\uffff]|[^\s\u2e80-\uffff]+|\s+/g) || []) {
        if (fits(line + word)) {
            line += word;
            continue;
        }
        if (line.trim()) lines.push(line.trim());
        line = '';
        for (const letter of word.trim()) {
            if (line && !fits(line + letter)) {
                lines.push(line);
                line = '';
            }
            line += letter;
        }
    }
    return lines.concat(line.trim());
}
