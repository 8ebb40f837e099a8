/** What every failed call answers; never `errMsg`/`errCode` [3.4, 3.9]. The numbers are in `source/platform/errors.ts`. */
export interface MyFailure {
    readonly error: number;
    readonly errorMessage: string;
}

/** The three callbacks of an asynchronous call. `complete` is called after either of the others. */
export interface Callbacks<Result = object, Failure = MyFailure> {
    success?: ((result: Result) => void) | undefined;
    fail?: ((failure: Failure) => void) | undefined;
    complete?: ((answer: Result | Failure) => void) | undefined;
}

/** A synchronous call RETURNS its failure; it does not throw [3.4]. Some hosts are said to throw: handle both. */
export type SyncAnswer<Result> = Result | MyFailure;

/** What a synchronous call without a result returns when all went well: nothing, or an object without `error` [3.4]. */
export type SyncDone = undefined | { readonly success?: boolean; readonly error?: undefined; readonly errorMessage?: undefined };

export type Listener<Event> = (event: Event) => void;
