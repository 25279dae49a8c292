// The tag: where the gate's files are, and what its attributes ask for. Nobody else reads them. What acts before the
// deferred module is here is worked out below, the rest in deferred/options.js, from the same `said`.
import { page } from "./page.js";

// The first tag on the page decides. Not `document.currentScript`: a loader leaves it null, <img name="currentScript">
// takes its place, and of two async tags either may run first.
const script = document.querySelector('script[src*="council-notice.js"]');
// Whether this run is the gate: a second finds the global, as the window's own. No markup can pretend that.
export const first = script && !self.hasOwnProperty("CouncilNotice");
export const base = script?.src.split("council-notice.js")[0];

// The attributes, without the space around them.
export const said = {};
for (const name in script?.dataset) said[name] = script.dataset[name].trim();

// What may be anything but "off".
export const free = (name) => (said[name] == "off" ? "" : said[name]);

// Who stands at a kiosk cannot choose for the next one: no banner, no cookie read or written, everything refused.
export const kiosk = said.kiosk != null && !/^(off|false)$/.test(said.kiosk);

const known = (code = "") => DATA.langs.find((lang) => (code.toLowerCase().replace(/_/g, "-") + "-").startsWith(lang + "-"));
const asked = known(said.lang);
// The tag's language, else the page's: `pl-PL` is `pl` to us.
export const lang = asked || (!said.lang && known(page.lang)) || DATA.langs[0];

// Whether the tag says something that only the deferred module takes up, or complains of: guardian, googleLayer,
// consentMode, reload, recordUrl, kiosk, cookiesPosition, a word of cookies that is none, a language that we do not speak;
// or where an editor wants the audit.
export const more =
  (said.lang && !asked) ||
  (said.audit != null && /[?&]council-notice=audit/.test(location)) ||
  Object.keys(said).some((name) => /^(g|con|re|k|cookies(P|(?!(banner|settings|off)?$)))/.test(name + said[name]));
