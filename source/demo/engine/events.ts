/** Tells each listener once: as much of the engine's events as the start of a game is followed by. */
export class Events {
    private readonly listeners = new Map<string, (() => void)[]>();

    once(name: string, listener: () => void): void {
        this.listeners.set(name, [...this.listeners.get(name) ?? [], listener]);
    }

    emit(name: string): void {
        const told = this.listeners.get(name) ?? [];
        this.listeners.delete(name);
        for (const listener of told) listener();
    }
}
