// What the page can ask for: by script, by an element's mark, by a link's place on the page.
import { show } from "./bar.js";
import { accept, apply, end, reject, save, sync } from "./change.js";
import { deferred, summon } from "./deferred.js";
import { wipe, write } from "./jar.js";
import { tell } from "./page.js";
import { address } from "./place.js";
import { near } from "./places.js";
import { known, make } from "./record.js";
import { gate } from "./shared.js";
import { allows, coversAll, granted, record } from "./state.js";
import { base, lang, said } from "./tag.js";

// Has the deferred module open something. Without it a choice can be taken back in the bar, and a static page says the
// rest: in a new tab, for the form may be half filled in, but where Safari refuses one so late after the click.
const opens = (what, id, part) =>
  summon().then((module) =>
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
  openPreferences: () => opens("preferences", DATA.cookies, ""),
  openNotice: (id, part) => opens("notice", id, part),
  values: (element) => deferred?.values(element) || null,
  onChoice: (listener) => {
    document.addEventListener("council-notice:choice", (event) => listener(event.detail));
    if (record) listener(record);
  },
  reset() {
    end();
    wipe();
    apply();
    deferred?.reset();
    tell("reset");
  },
};

const ACTIONS = {
  __proto__: null, // for a mark may say anything
  accept: () => accept("all"),
  reject,
  preferences: api.openPreferences,
  notice: api.openNotice,
  "#council-notice-preferences": api.openPreferences,
};
export const arrive = () => ACTIONS[location.hash]?.();

export const expose = () => {
  // In the order of what `start` of the deferred module takes: names would cost every page 50 bytes.
  gate.given = [api, known, base, lang, said, make, write, save, granted, coversAll, sync, show, near, address, DATA.hash];
  Object.defineProperty(self, "CouncilNotice", { value: Object.freeze(api) });
  // Captured at the window: it hears clicks inside shadow roots, and before a page's own handler stops them.
  addEventListener("click", (event) => {
    for (const element of event.composedPath()) {
      const action = ACTIONS[element.dataset?.councilNotice || element.hash];
      if (action) {
        event.preventDefault();
        return action();
      }
    }
  }, true);
  addEventListener("hashchange", arrive);
};
