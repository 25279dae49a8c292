// Loads the deferred module: what only some pages need (www/deferred).
import { fail, find } from "./page.js";
import { gate } from "./shared.js";
import { stored } from "./state.js";
import { files, kiosk, lang, unlessOff } from "./tag.js";

export let deferred;
// Holds content until the deferred module has told Consent Mode; a choice may come first.
export let waiting = unlessOff("consentMode");

// Makes a loader: imports a file, gives up waiting after 7 s, and retries under another name because browsers remember a failed
// import. It resolves with what `begin` returns, or with undefined.
//   begin(module)  starts the module, also one that comes after the 7 s
//   done()         is called each time that the file has come or failed, before the gate scans the page again
//   .once()        loads the file unless that was tried before: scans ask for it again and again
export const loader = (name, begin, done) => {
  const settle = () => {
    done?.();
    gate.run();
  };
  let coming;
  let tries = 0;
  const load = () => {
    if (coming) return coming;
    const here = import(files + name + (tries++ ? "?" + tries : "")).then((module) => {
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
        fail("deferred", error || "no answer"); // reported once
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

export const loadDeferred = loader(`deferred.${lang}.${DATA.hash}.js`, (module) => (deferred ||= module.start(gate, ...gate.given)), () => (waiting = 0));
export const loadDeferredOnce = loadDeferred.once;

// Loads it where other scripts store something, and where an include is of another release or has more to give.
export const watch = () => {
  try {
    // The first look into either storage is slow. Where no script but this is, none has written there on this page.
    if (find(`council-notice:not([release="${DATA.hash}"][loading])`) || (stored ? /;/ : /./).test(document.cookie) || (document.scripts[1] && localStorage.length + sessionStorage.length)) loadDeferredOnce();
  } catch {} // a sandboxed frame keeps nothing
};
