/** The user "nobody" of Linux. */
const nobody = 65534;

/**
 * Runs `work` with the rights of an ordinary user: root may read and write everything, which hides what a closed file
 * does. Does nothing where the tests do not run as root. Folders on the way to a file must be open to that user.
 */
export async function asOrdinaryUser<Value>(work: () => Value | Promise<Value>): Promise<Value> {
    if (process.geteuid?.() !== 0) return work();
    process.seteuid?.(nobody);
    try {
        return await work();
    } finally {
        process.seteuid?.(0);
    }
}
