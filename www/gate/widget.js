// The way to the widget: everything with a face (src/bin/widget.rs).
import { fail } from "./page.js";
import { gate } from "./shared.js";
import { base } from "./tag.js";

let widget;
// Everything is asked for at once (the index only to have it in the cache), and a failure of any is one failure.
const load = async () => {
  const [module, wasm] = await Promise.all([import(base + DATA.widget), fetch(base + DATA.wasm), fetch(base + gate.index)]);
  await module.default({ module_or_path: wasm });
  return module.start(gate);
};

// Uses the widget, once it is there, or what is spared for the case that it cannot be had.
export const need = (use, spare) =>
  (widget ||= load()).then(use).catch((error) => {
    widget = null; // the next wish tries again
    fail("widget", error);
    spare?.();
  });

// Forgets with the page: nothing is fetched for it.
export const reset = () => widget && need((face) => face.reset());
