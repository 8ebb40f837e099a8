/** Why there is no release, in words for the person who wanted one. */
export class ReleaseRefused extends Error {
    /** @param faults each says what is wrong, where, and how to mend it. */
    constructor(title: string, readonly faults: readonly string[]) {
        super(`${title}\n${faults.map((fault) => `- ${fault}`).join('\n')}`);
    }
}
