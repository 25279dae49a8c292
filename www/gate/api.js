// What the page can ask for: by script, by an element's `data-council-notice`, by a link's fragment.
import { show } from "./bar.js";
import { accept, apply, dropRecord, reject, save, sync } from "./change.js";
import { deferred, loadDeferred } from "./deferred.js";
import { wipe, write } from "./jar.js";
import { tell } from "./page.js";
import { address } from "./place.js";
import { mayHaveNotice } from "./placement-filter.js";
import { make, optional } from "./record.js";
import { gate } from "./shared.js";
import { allows, coversAll, granted, record } from "./state.js";
import { files, home, lang, said } from "./tag.js";

// Has the deferred module open something. Without that module a choice can be taken back in the bar, and a static page says the
// rest: in a new tab, for the form may be half filled in, but where Safari refuses one so late after the click.
const openOrFallBack = (what, id, part) =>
  loadDeferred().then((module) =>
    module ? module[what](id, part) : record && what == "preferences" ? show(true) : open((id = address(id, part))) || location.assign(id),
  );

const api = {
  version: DATA.version,
  ready: Promise.resolve(),
  allows,
  choice: () => record,
  accept,
  reject,
  withdraw: reject,
  openPreferences: () => openOrFallBack("preferences", DATA.cookies, ""),
  openNotice: (id, part) => openOrFallBack("notice", id, part),
  values: (element) => deferred?.values(element) || null,
  onChoice: (listener) => {
    document.addEventListener("council-notice:choice", (event) => listener(event.detail));
    if (record) listener(record);
  },
  reset() {
    dropRecord();
    wipe();
    apply();
    deferred?.reset();
    tell("reset");
  },
};

const ACTIONS = {
  __proto__: null, // the attribute may say anything
  accept: () => accept("all"),
  reject,
  preferences: api.openPreferences,
  notice: api.openNotice,
  "#council-notice-preferences": api.openPreferences,
};
// Does what the fragment of the page's address names: #council-notice-preferences.
export const followHash = () => ACTIONS[location.hash]?.();

// Defines `CouncilNotice`, and listens for what the page's markup asks for.
export const defineApi = () => {
  // In the order of what `start` of the deferred module takes: names would cost every page 50 bytes.
  gate.given = [api, optional, home, files, lang, said, make, write, save, granted, coversAll, sync, show, mayHaveNotice, address, DATA.hash];
  Object.defineProperty(self, "CouncilNotice", { value: Object.freeze(api) });
  // Captured at the window: it hears clicks inside shadow roots, and before a page's own handler stops them.
  addEventListener("click", (event) => {
    // An element alone has a `dataset`: the window, which is on the path, has the page's variables, `var hash = "accept"` for one. A
    // component may have such a property, too: an address's begins with #, which comes before $.
    for (const { dataset, hash } of event.composedPath()) {
      const action = dataset && ACTIONS[dataset.councilNotice || (hash < "$" && hash)];
      if (action) {
        event.preventDefault();
        return action();
      }
    }
  }, true);
  addEventListener("hashchange", followHash);
};
