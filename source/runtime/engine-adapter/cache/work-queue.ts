/** Does jobs in the order they came, at most `width` at the same time. @param work never rejects */
export function createWorkQueue<Job>(width: number, work: (job: Job) => Promise<void>) {
    let waiting: Job[] = [];
    let busy = 0;

    function next(): void {
        for (; busy < width && waiting.length; busy++) {
            void work(waiting.shift() as Job).then(() => {
                busy--;
                next();
            });
        }
    }

    return {
        push(job: Job): void {
            waiting.push(job);
            next();
        },
        /** Forgets the jobs that have not begun. */
        clear(): void {
            waiting = [];
        },
        /** Jobs waiting or under way. */
        length: (): number => waiting.length + busy,
    };
}
