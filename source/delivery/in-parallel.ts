/**
 * Works on all items, at most `limit` at the same time, in their order. The first failure lets no further item
 * start; it is thrown when the work that had begun has ended.
 */
export async function inParallel<Item>(items: Iterable<Item>, limit: number, work: (item: Item) => Promise<void>): Promise<void> {
    const queue = items[Symbol.iterator]();
    const failures: unknown[] = [];
    const worker = async (): Promise<void> => {
        for (let next = queue.next(); next.done !== true && failures.length === 0; next = queue.next()) {
            await work(next.value).catch((error: unknown) => failures.push(error));
        }
    };
    await Promise.all(Array.from({ length: limit }, worker));
    if (failures.length > 0) throw failures[0];
}
