// What the deferred module and the widget get, filled in by api.js and by the deferred module itself. Written as things
// happen: `run`, `words`, `wasm`, `before`, `here`, `focused`, `roots`, `once`, `writer` and `written`.
export const gate = { words: DATA.words };
