/** An error of a DOM name, as a browser throws a `DOMException`. */
export function domError(name: string, message: string): Error {
    return Object.assign(new Error(message), { name });
}
