// The choice that holds, and what it allows.
import { consent, covers, optional } from "./record.js";
import { kiosk } from "./tag.js";

export let record = null;
export let stored; // the record that the browser keeps
// Sets the choice that holds on this page, and what the browser keeps of it: the same, or null where it keeps nothing. Tells
// nobody.
export const setRecord = (now, inBrowser = now) => {
  record = now;
  stored = inBrowser;
};

// Says whether everything is refused before a choice: at a kiosk, and where the browser sends Global Privacy Control.
export const refusesByDefault = () => kiosk || navigator.globalPrivacyControl;
export const canonical = (category) => DATA.aliases[(category = ("" + category).toLowerCase())] || category;
export const granted = () => (record ? record.categories : refusesByDefault() ? [] : optional.slice(consent.length));
// Says whether a list of ids holds all that `categories` names: one id or several, with spaces or commas between, in any case.
// What names nothing is in no list.
export const coversAll = (categories, ids) =>
  !!("" + categories).match(/[^\s,]+/g)?.every((category) => {
    const id = canonical(category);
    return id == "essential" || covers(ids, id);
  });
export const allows = (categories) => coversAll(categories, granted());
