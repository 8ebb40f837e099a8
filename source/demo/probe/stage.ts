/** What a person is asked to do, in both languages. */
export interface Instruction {
    readonly zh: string;
    readonly en: string;
}

/** One touch event, from `my.onTouch…` or from the canvas as an element, which Studio's page has. */
export interface SeenTouch {
    readonly source: 'my' | 'element';
    readonly kind: 'start' | 'move' | 'end';
    /** Identifiers that `touches` names. */
    readonly touches: readonly number[];
    /** Identifiers of `changedTouches`, where the event has them. */
    readonly changed: readonly number[] | undefined;
}

/** Where the probe meets the person: what it shows, and the touches it gets. */
export interface ProbeStage {
    /** Asks for something, or for nothing any more. */
    ask(instruction: Instruction | undefined): void;
    /** @returns ends the watch. */
    watchTouches(listener: (touch: SeenTouch) => void): () => void;
}
