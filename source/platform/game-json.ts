/** Keys of game.json that a source documents for games, with the type of their values (platform facts 1.1). */
export const gameJsonFields = {
    deviceOrientation: 'orientation',
    screenOrientation: 'orientation',
    showStatusBar: 'boolean',
    subpackages: 'subpackages',
    networkTimeout: 'milliseconds',
    iOSHighPerformance: 'boolean',
    plugins: 'object',
} as const;

export type GameJsonType = typeof gameJsonFields[keyof typeof gameJsonFields];
