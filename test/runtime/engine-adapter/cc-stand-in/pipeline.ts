/** What runs through a pipeline; a pipe reads `input` and sets `output`. */
export interface Task<Input = unknown, Output = unknown> {
    input: Input;
    output: Output;
    options: Record<string, unknown>;
}

export type Pipe = (task: Task) => Error | void | null;

/** The synchronous half of the engine's pipelines: `transformPipeline` is the one adapters append to. */
export class Pipeline {
    readonly pipes: Pipe[] = [];

    constructor(readonly name: string) {}

    append(pipe: Pipe): this {
        this.pipes.push(pipe);
        return this;
    }

    sync(task: Task): unknown {
        this.pipes.forEach((pipe, index) => {
            if (index > 0) {
                task.input = task.output;
                task.output = null;
            }
            const error = pipe(task);
            if (error) throw error;
        });
        return task.output;
    }
}
