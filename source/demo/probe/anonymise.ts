/** A host's words without paths and long numbers: user data may lie below a folder named after the account. */
export function anonymise(text: string): string {
    return text.replace(/[^\s'",;()]*[/\\][^\s'",;()]*[/\\][^\s'",;()]*/g, '$PATH').replace(/\d{8,}/g, '#').slice(0, 200);
}
