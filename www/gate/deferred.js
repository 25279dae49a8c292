// The way to the deferred module: what only some pages need (www/deferred).
import { fail } from "./page.js";
import { gate } from "./shared.js";
import { kept } from "./state.js";
import { base, free, kiosk, lang } from "./tag.js";

export let deferred;
// Consent mode speaks before any script that the choice allows, also when the choice comes first.
export let waiting = free("consentMode");

let coming;
let tries = 0;
let arrived;
// Who is called each time that the module has come, or will not.
export const then = (callback) => (arrived = callback);
const settle = () => {
  waiting = 0;
  arrived();
};

// Asks for the module, for seven seconds; again where it could not be had, under another name, for browsers remember a
// failed import. Resolves with the module, or with undefined; what comes later than that is taken up all the same.
export const summon = () => {
  if (coming) return coming;
  const here = import(base + `deferred.${lang}.${DATA.hash}.js` + (tries++ ? "?" + tries : "")).then((module) => {
    coming = here;
    deferred ||= module.start(gate);
    settle();
    return deferred;
  });
  return (coming = Promise.race([here, new Promise((_, reject) => setTimeout(reject, 7000, "no answer"))]).catch((error) => {
    coming = 0;
    if (tries < 2) fail("deferred", error); // said once
    // Nobody is there to load the page anew.
    if (kiosk) setTimeout(summon, 15000);
    settle();
  }));
};

// Asks for the module unless it was asked for: what is looked at again and again is no new wish.
export const want = () => tries || summon();

// Looks after what other scripts store, from the moment that there is any.
export const watch = () => {
  try {
    // The first look into either storage is slow. Where no script but this is, none has written there on this page.
    if ((kept ? /;/ : /./).test(document.cookie) || (document.scripts[1] && localStorage.length + sessionStorage.length)) want();
  } catch {} // a sandboxed frame keeps nothing
};
