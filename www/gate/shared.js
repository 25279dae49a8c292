// What the deferred module and the widget get, filled in by api.js and by the deferred module itself. Written as things
// happen: `words`, `parts`, `before`, `here` and `focused`.
export const gate = { words: DATA.words };
