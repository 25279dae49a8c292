// Loads what runs and shows gated content (www/gated). A page without any never loads it; without it what waits goes on
// waiting.
import { deferred, loadDeferredOnce, loader, waiting } from "./deferred.js";
import { find } from "./page.js";
import { optional } from "./record.js";
import { gate } from "./shared.js";
import { allows, coversAll } from "./state.js";

let content;

// Runs whatever may run.
export const run = () => {
  // A shadow root that the page has named may have some in it.
  if (find("[data-category]") || gate.roots?.[0]) fetchContent.once();
  // Half a script may have arrived: nothing before the page is parsed.
  if (document.readyState == "loading" || waiting) return;
  content?.run();
  deferred?.look();
};

const fetchContent = loader(`gated.${DATA.hash}.js`, (module) => {
  module.start(gate, allows, coversAll, optional, loadDeferredOnce, run);
  content = module;
});

export const unload = () => content?.unload();
