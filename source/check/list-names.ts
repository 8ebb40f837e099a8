const mostNames = 5;

/** The first few names of a list, one a line, and how many more there are. */
export function listNames(names: readonly string[]): string {
    const shown = names.slice(0, mostNames).map((name) => `\n    ${name}`).join('');
    return names.length > mostNames ? `${shown}\n    … +${names.length - mostNames}` : shown;
}
