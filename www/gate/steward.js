// The way to the steward: what only some pages need (www/steward).
import { kept } from "./choice.js";
import { run } from "./gated.js";
import { fail } from "./page.js";
import { gate } from "./shared.js";
import { base, options } from "./tag.js";

export let steward;
// Consent mode speaks before any script that the choice allows, also when the choice comes first.
export let waiting = options.consentMode;

let summoned;
export const summon = () => {
  summoned ||= import(base + DATA.steward)
    .then((module) => (steward = module.start(gate)))
    .catch((error) => fail("steward", error))
    .then(() => ((waiting = 0), run()));
};

// Looks after what other scripts store, from the moment that there is any.
export const watch = () => {
  try {
    // The first look into either storage is slow. Where no script but this is, none has written there on this page.
    if ((kept ? /;/ : /./).test(document.cookie) || (document.scripts[1] && localStorage.length + sessionStorage.length)) summon();
  } catch {} // a sandboxed frame keeps nothing
};
