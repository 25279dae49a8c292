// Stands in for the deferred module: a module with another behind it.
import { css } from "./css.js";

export const told = {
  css,
  items: DATA.items,
  placements: DATA.placements,
  receipt: DATA.receipt,
  signals: DATA.signals,
  wasm: DATA.wasm,
  widget: DATA.widget,
  words: DATA.words,
};
