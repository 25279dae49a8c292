// The way to the deferred module: what only some pages need (www/deferred).
import { fail, find } from "./page.js";
import { gate } from "./shared.js";
import { kept } from "./state.js";
import { base, kiosk, lang, unlessOff } from "./tag.js";

export let deferred;
// Consent mode speaks before any script that the choice allows, also when the choice comes first.
export let waiting = unlessOff("consentMode");

// What asks for a module beside the gate, for seven seconds; again where it could not be had, under another name, for browsers
// remember a failed import. Resolves with what `begin` makes of it, or with undefined; what comes later than that is taken up
// all the same. Each time that it has come, or will not, `done` is called and the page looked at. Its `once` asks unless it was asked for: what is looked at again and again is no new wish.
export const loader = (name, begin, done) => {
  const settle = () => {
    done?.();
    gate.run();
  };
  let coming;
  let tries = 0;
  const load = () => {
    if (coming) return coming;
    const here = import(base + name + (tries++ ? "?" + tries : "")).then((module) => {
      coming = here;
      const begun = begin(module);
      settle();
      return begun;
    });
    return (coming = new Promise((resolve, reject) => {
      here.then(resolve, reject);
      setTimeout(reject, 7000);
    }).catch((error) => {
      coming = 0;
      if (tries < 2) {
        fail("deferred", error || "no answer"); // said once
        // What fails at once may come at the second try, while somebody waits for it.
        if (error) return load();
      }
      // Nobody is there to load the page anew.
      if (kiosk) setTimeout(load, 15000);
      settle();
    }));
  };
  load.once = () => tries || load();
  return load;
};

export const summon = loader(`deferred.${lang}.${DATA.hash}.js`, (module) => (deferred ||= module.start(gate, ...gate.given)), () => (waiting = 0));
export const want = summon.once;

// Asks for it where other scripts store something, and where an include is of another release or has more to give.
export const watch = () => {
  try {
    // The first look into either storage is slow. Where no script but this is, none has written there on this page.
    if (find(`council-notice:not([release="${DATA.hash}"][loading])`) || (kept ? /;/ : /./).test(document.cookie) || (document.scripts[1] && localStorage.length + sessionStorage.length)) want();
  } catch {} // a sandboxed frame keeps nothing
};
