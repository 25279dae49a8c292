// What the widget and the steward get, filled in by api.js; `before`, `here` and `focused` are written as things happen.
export const gate = {};
