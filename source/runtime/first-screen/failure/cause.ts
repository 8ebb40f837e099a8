/**
 * Why a start failed, as far as the player can do something about it:
 * - `failed`: the network; trying again may help;
 * - `damaged`: a file of the game is missing on the server, or is not what it should be; it may be there later;
 * - `broken`: the game's code, or a file of the package: trying again changes nothing;
 * - `tooOld`: the client lacks what the game needs.
 */
export type FailureCause = 'failed' | 'damaged' | 'broken' | 'tooOld';

/** The fields of a `HostError`, which other files of the package make (source/runtime/my/errors.ts), and of any error. */
interface Fields { readonly kind?: string; readonly code?: number; readonly name?: string; readonly message?: string }

/** @param runsScripts whether what failed also runs code of the game: an error without a kind is the code's then. */
export function causeOf(error: unknown, runsScripts: boolean): FailureCause {
    const { kind, code = 0, name = '', message = '' } = Object(error) as Fields;
    const text = String(message);
    // What came is no JSON.
    if (!kind && /JSON/.test(text)) return 'damaged';
    if (!kind) return runsScripts || /^(Type|Reference|Range|Syntax)Error$/.test(name) ? 'broken' : 'damaged';
    // An answer of the server, but for those that say that it will have another one later.
    if (code > 399 && code < 500 && code !== 408 && code !== 429 || /arrived damaged/.test(text)) return 'damaged';
    if (/^my (downloadFile|loadSubpackage)\b/.test(text)) return kind === 'unsupported' ? 'tooOld' : 'failed';
    // A file of the package, which no server brings.
    return kind === 'not-found' && /^my \w+ \.?\/?(assets|cocos-js|src|subpackages)\//.test(text) ? 'broken' : 'damaged';
}
