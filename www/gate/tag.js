// The tag: what it asks for, and where the gate's files are.
export const page = document.documentElement;

// The first tag on the page decides. Not `document.currentScript`: a loader leaves it null, <img name="currentScript">
// takes its place, and of two async tags either may run first.
const script = document.querySelector('script[src*="council-notice.js"]');
// Whether this run is the gate. A second finds the element defined. No markup can pretend that, as it can with a global.
export const first = script && !customElements.get("council-notice");

export const base = script?.src.split("council-notice.js")[0];
export const options = { ...script?.dataset };
// Who stands at a kiosk cannot choose for the next one: no banner, no cookie read or written, everything refused.
export const { kiosk } = options;
