// The extension's main script (package.json `main`): Creator wants one; all work is done by the build hooks.

export function load(): void {}

export function unload(): void {}

/** Messages of the extension's menu entries. */
export const methods = {};
