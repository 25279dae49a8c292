// Loads the widget, which Rust draws (src/widget.rs), and passes on what is asked of it.
import { checks } from "./pinned.js";
import { withTimeout } from "./wait.js";

let widget, exports; // its promise; what it exports
let tries = 0;

// Everything is asked for at once (the index only to have it in the cache), and a failure of any is one failure. The gate
// has asked for the largest already where the page has a notice; asked again all goes under other names, for browsers
// remember a failed import.
const load = async (gate) => {
  const { files, index, wasm: early } = gate;
  const turn = tries++ ? "?" + tries : "";
  // What the gate has asked for is checked by nobody; asked for again it comes from the cache.
  const largest = checks(gate, DATA.wasm).then((checked) => (!checked && early) || fetch(files + DATA.wasm + turn, checked));
  const parts = [import(files + DATA.widget + turn), largest, fetch(files + index)];
  gate.wasm = null;
  const [module, wasm] = await Promise.all(parts);
  await module.default({ module_or_path: wasm });
  return module;
};

// What came and cannot be read, as each browser says it: a file that was fetched while it was being uploaded, which browsers would keep
// for a year, or a page in its place.
const isUnreadable = (error) => !(error instanceof TypeError);

// Uses the widget once it is there. Where it cannot be had, or not in time, `spare` is used instead; `late` is called if it
// comes all the same.
export const withWidget = (gate, use, spare, late) => {
  const start = async () => {
    const module = await load(gate).catch((error) => (isUnreadable(error) ? load(gate) : Promise.reject(error)));
    return (exports = await module.start(gate));
  };
  const loading = (widget ||= start().catch((error) => {
    widget = null; // the next call tries again
    throw error;
  }));
  return withTimeout(loading, "the widget").then(use).catch((error) => {
    gate.fail("widget", error?.message || error);
    spare?.();
    loading.then(late, () => {});
  });
};

// What the form of an element would send, or of the page's first notice; null where no notice is shown.
export const values = (element) => exports?.values(element) || null;

// Says everything again, in another language, if it has said anything.
export const speak = (gate) => exports?.speak(gate);

// Forgets with the page: nothing is fetched for it.
export const reset = () => widget?.then((exports) => exports.reset(), () => {});
