/** What every host's JavaScript engine has beside ECMAScript (platform facts 3.1). */
declare const console: {
    log(...values: unknown[]): void;
    warn(...values: unknown[]): void;
    error(...values: unknown[]): void;
};
