// For `node --require`: yaml-language-server waits 200 ms after the last key before it validates and has no setting for that. With this
// its timers of that length fire at once; its code stays as published.
const { setTimeout: real } = globalThis;
globalThis.setTimeout = (callback, ms, ...args) => real(callback, ms === 200 ? 0 : ms, ...args);
