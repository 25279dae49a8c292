// The choice that stands, and what it allows.
import { consent, covers } from "./record.js";
import { kiosk } from "./tag.js";

export let record = null;
export let kept; // the record as the browser keeps it
export const stand = (now, keeps = now) => {
  record = now;
  kept = keeps;
};

export const signal = () => kiosk || navigator.globalPrivacyControl;
export const canonical = (category) => DATA.aliases[category] || category;
export const granted = () => (record ? record.categories : signal() ? [] : DATA.known.slice(consent.length));
export const allows = (category) => {
  const id = canonical(category);
  return id == "essential" || covers(granted(), id);
};
