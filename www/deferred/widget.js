// The way to the widget: everything with a face (src/bin/widget.rs).
import { within } from "./wait.js";

let widget;
let tries = 0;

// Everything is asked for at once (the index only to have it in the cache), and a failure of any is one failure. The gate
// has asked already where the page has a notice; asked again it is under another name, for browsers remember a failed import.
const load = async (gate) => {
  const { base, index } = gate;
  const turn = tries++ ? "?" + tries : "";
  const parts = gate.parts || Promise.allSettled([import(base + DATA.widget + turn), fetch(base + DATA.wasm + turn), fetch(base + index)]);
  gate.parts = null;
  const [module, wasm] = (await parts).map(({ value, reason }) => {
    if (reason) throw reason;
    return value;
  });
  await module.default({ module_or_path: wasm });
  return module.start(gate);
};

// Uses the widget once it is there. Where it cannot be had, or not in time, `spare` is used instead; `late` is called if it
// comes all the same.
export const need = (gate, use, spare, late) => {
  const asked = (widget ||= load(gate).catch((error) => {
    widget = null; // the next wish tries again
    throw error;
  }));
  return within(asked, "the widget").then(use).catch((error) => {
    gate.fail("widget", error?.message || error);
    spare?.();
    asked.then(late, () => {});
  });
};

// Forgets with the page: nothing is fetched for it.
export const reset = () => widget?.then((face) => face.reset(), () => {});
