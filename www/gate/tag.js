// The tag: where our pages and files are, and what its attributes ask for. No other file of the gate reads its attributes. What acts before the
// deferred module is here is worked out below, the rest in deferred/options.js, from the same `said`.
import { fail, find, page } from "./page.js";

// The first tag on the page decides. `document.currentScript` only where none has our name, for a file that was renamed, or a
// script that is gone already: a loader leaves it null, <img name="currentScript"> takes its place, and of two async tags
// either may run first.
const script = find('script[src*="council-notice.js"]') || document.currentScript;
// Where our pages are: beside the script, or above the folder of a partner's.
export const home = script?.text != null && script.src.replace(/[^/]+([?#].*)?$/, DATA.up);
home || fail("options", "no src");
// Says whether this run is the gate: a second finds the global, as the window's own. No markup can pretend that.
export const first = home && !self.hasOwnProperty("CouncilNotice");

// The attributes, without the space around them.
export const said = {};
for (const name of Object.keys(script?.dataset || said)) said[name] = script.dataset[name].trim();

// The value of an attribute; an empty string for "off".
export const unlessOff = (name) => (said[name] == "off" ? "" : said[name]);

// Who stands at a kiosk cannot choose for the next one: no banner, no cookie read or written, everything refused.
export const kiosk = !/^(off|false)$/.test(said.kiosk ?? "off");

// Where the files are that have a hash in their names: on a host of their own, or with the pages. A shared screen is to work without
// a network, and its browser keeps nothing of another host (kiosk-worker.js).
export const files = kiosk ? home : DATA.files || home;

export const langs = DATA.langs;
const languageOf = (code = "") => langs.find((lang) => (code.toLowerCase().replace(/_/g, "-") + "-").startsWith(lang + "-"));
const ownLang = languageOf(said.lang);
// The tag's language, else the page's: `pl-PL` is `pl` to us.
export const lang = ownLang || (!said.lang && languageOf(page.lang)) || langs[0];

// Says whether the deferred module is needed on a page without a notice and without a choice: for a language that we do not
// speak, for the audit that an editor asks for, and for attributes that only that module takes up or complains of. It tells those
// by the beginnings of their names, to save bytes:
//   g                       guardian, googleLayer
//   con                     consentMode
//   re                      reload, recordUrl
//   k                       kiosk
//   cookiesP                cookiesPosition
//   cookies and its value   data-cookies, where that is not "banner", "settings", "off" or empty
// A new attribute that must work on such a page is to be matched here, too.
export const needsDeferred =
  (said.lang && !ownLang) ||
  (unlessOff("audit") != null && /council-notice=audit/.test(location)) ||
  Object.keys(said).some((name) => /^(g|con|re|k|cookies(P|(?!(banner|settings|off)?$)))/.test(name + said[name]));
