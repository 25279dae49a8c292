// The choice that stands, and what it allows.
import { consent, covers, known } from "./record.js";
import { kiosk } from "./tag.js";

export let record = null;
export let kept; // the record as the browser keeps it
export const stand = (now, keeps = now) => {
  record = now;
  kept = keeps;
};

export const signal = () => kiosk || navigator.globalPrivacyControl;
export const canonical = (category) => DATA.aliases[(category = ("" + category).toLowerCase())] || category;
export const granted = () => (record ? record.categories : signal() ? [] : known.slice(consent.length));
// Whether a list of ids holds all that `categories` names: one id or several, with spaces or commas between, in any case.
// What names nothing is in no list.
export const coversAll = (categories, ids) =>
  !!("" + categories).match(/[^\s,]+/g)?.every((category) => {
    const id = canonical(category);
    return id == "essential" || covers(ids, id);
  });
export const allows = (categories) => coversAll(categories, granted());
