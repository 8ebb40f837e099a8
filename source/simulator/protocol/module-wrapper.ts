/** The global by which a wrapped module hands its function to the loader in the Worker. */
export const defineName = '__defineModule';

/** What the server puts before a module's own first character, on the same line, so that line numbers stay true. */
export const modulePrefix = `${defineName}(function(require,module,exports){`;
