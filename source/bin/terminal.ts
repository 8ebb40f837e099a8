import stringWidth from 'string-width';

/** One step of long work. */
export interface ProgressStep {
    readonly done: number;
    readonly total: number;
    readonly label: string;
    /** What is shown instead of the numbers, where they need more words: bytes, rate. */
    readonly text?: string;
}

/** A stream to write to; `process.stdout` is one. */
export interface TextStream {
    readonly isTTY?: boolean;
    readonly columns?: number;
    write(text: string): unknown;
}

/** Where a command speaks. Results go to standard output, all else to standard error. */
export interface Terminal {
    /** A line of the result. */
    print(line: string): void;
    /** A line beside the result: warnings, errors. */
    note(line: string): void;
    /** Shows how far long work is: a bar on a terminal, now and then a line elsewhere. */
    progress(step: ProgressStep): void;
}

const barWidth = 28;
/** Without a terminal (in CI) a line for each tenth of the work. */
const linesOfWork = 10;

export function createTerminal(output: TextStream, errors: TextStream): Terminal {
    const isInteractive = errors.isTTY === true;
    let shown = '';
    let isBarShown = false;
    const hideBar = (): void => {
        if (isBarShown) errors.write('\r\x1b[K');
        isBarShown = false;
    };
    return {
        print(line) {
            hideBar();
            output.write(`${line}\n`);
        },
        note(line) {
            hideBar();
            errors.write(`${line}\n`);
        },
        progress({ done, total, label, text }) {
            const numbers = `${done}/${total}`;
            const share = total === 0 ? 1 : done / total;
            if (isInteractive) {
                const filled = Math.round(share * barWidth);
                const bar = `[${'█'.repeat(filled)}${'·'.repeat(barWidth - filled)}] ${text ?? `${numbers} ${label}`}`;
                errors.write(`\r\x1b[K${cutTo(bar, (errors.columns ?? 80) - 1)}`);
                isBarShown = true;
                if (done >= total) hideBar();
                return;
            }
            const tenth = `${label} ${Math.floor(share * linesOfWork)}`;
            if (tenth === shown) return;
            shown = tenth;
            errors.write(`${label} ${text ?? numbers}\n`);
        },
    };
}

/** As much of the text's beginning as fits; a Chinese character takes two columns. */
function cutTo(text: string, columns: number): string {
    let end = text.length;
    while (stringWidth(text.slice(0, end)) > columns) end -= 1;
    return text.slice(0, end);
}
