import { distance } from 'fastest-levenshtein';

/**
 * The known name a person probably meant, for "did you mean". Letter case is ignored.
 * @returns undefined when nothing is close: more than a third of the letters, and more than two, would have to change.
 */
export function closestName(name: string, known: readonly string[]): string | undefined {
    let closest: { readonly name: string; readonly edits: number } | undefined;
    for (const candidate of known) {
        const edits = distance(name.toLowerCase(), candidate.toLowerCase());
        if (closest === undefined || edits < closest.edits) closest = { name: candidate, edits };
    }
    if (closest === undefined) return undefined;
    const shorter = Math.min(name.length, closest.name.length);
    return closest.edits <= Math.max(2, Math.floor(shorter / 3)) && closest.edits < shorter ? closest.name : undefined;
}
