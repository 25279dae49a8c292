// What the page can ask for: by script, by an element's mark, by a link's place on the page.
import { offer, show } from "./bar.js";
import { accept, allows, apply, end, granted, record, reject, save } from "./choice.js";
import { address, place, visit } from "./element.js";
import { release } from "./gated.js";
import { build, fail, fetchJson, tell } from "./page.js";
import { bake, make, wipe } from "./record.js";
import { gate } from "./shared.js";
import { summon } from "./steward.js";
import { base, options } from "./tag.js";
import { need, reset } from "./widget.js";
import { file, lang } from "./words.js";

const api = {
  version: DATA.version,
  ready: Promise.resolve(),
  allows,
  choice: () => record,
  accept,
  reject,
  withdraw: reject,
  // Without the widget the first layer asks again: it can take any choice back.
  openPreferences: () => need((face) => face.preferences(), offer),
  openNotice: (id, part) => need((face) => face.notice(id, part), () => visit(address(id, part))),
  onChoice: (listener) => {
    document.addEventListener("council-notice:choice", (event) => listener(event.detail));
    if (record) listener(record);
  },
  reset() {
    end();
    wipe();
    apply();
    reset();
    tell("reset");
  },
};

const ACTIONS = {
  accept: () => accept("all"),
  reject,
  preferences: api.openPreferences,
  notice: api.openNotice,
  "#council-notice-preferences": api.openPreferences,
};
export const arrive = () => ACTIONS[location.hash]?.();

export const expose = () => {
  Object.assign(gate, api, { known: DATA.known, base, options, lang, index: "index" + file, make, bake, build, fetchJson, save, tell, fail, place, granted, release, show, summon });
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
