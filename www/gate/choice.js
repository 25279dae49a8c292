// The choice: what the record allows, how it changes, and who is told.
import { ask } from "./bar.js";
import { run } from "./gated.js";
import { tell } from "./page.js";
import { bake, consent, covers, make, read, wipe } from "./record.js";
import { gate } from "./shared.js";
import { steward, summon } from "./steward.js";
import { kiosk, options } from "./tag.js";

export let record = null;
export let kept; // the record as the browser keeps it
const past = {}; // ids of the records that this page has put an end to
let channel;

export const signal = () => kiosk || navigator.globalPrivacyControl;

export const end = () => {
  past[record?.id || 0] = 1;
  record = kept = null;
  channel?.postMessage(0); // other tabs look when what follows is done
};

export const save = (wanted) => {
  const [made, text, life] = make(Date.now() / 1000, Math.random() * 4e9, wanted);
  const { cookieDomain } = options;
  end();
  // Every write waits for the browser, and most often one will do. Otherwise what stands elsewhere under the name goes.
  [cookieDomain, cookieDomain, ""].some((domain, turn) => {
    if (turn == 1) wipe();
    bake(text + ";Max-Age=" + life, domain);
    const found = read();
    return found?.id == made.id && (record = kept = found);
  });
  // What the browser does not keep stands until the page goes, and as a refusal.
  record ||= make(made.time, made.id, [])[0];
  apply(1);
};

// Another tab, or another page of a shared domain, may have chosen meanwhile, or the visitor deleted the cookie.
const sync = () => {
  const found = read();
  // WebKit shows a cookie for a moment after it was deleted.
  if (found?.id == record?.id || past[found?.id] || !(found || kept)) return;
  record = kept = found;
  apply();
};

// The steward says in the bar what was chosen here.
export const apply = (here) => {
  gate.here = here;
  ask();
  steward?.choice();
  run();
  tell("choice", record);
  summon();
};

// Other tabs tell of a choice at once; a tab of another sub-domain sees it when it is next looked at.
const hear = () => {
  try {
    channel = new BroadcastChannel("council-notice");
    channel.onmessage = () => [50, 500].map((wait) => setTimeout(sync, wait));
  } catch {} // Safari before 15.4 has none, Firefox refuses it with cookies switched off
};

// Takes up the choice that stands, and from now on those made elsewhere.
export const follow = () => {
  gate.before = record = kept = read();
  hear();
  addEventListener("visibilitychange", sync);
  // Into the back/forward cache and out again: Chromium and Firefox drop a page from it that is told something there.
  addEventListener("pagehide", () => (channel = channel?.close()));
  addEventListener("pageshow", (event) => event.persisted && (hear(), sync()));
};

const canonical = (category) => DATA.aliases[category] || category;
export const allows = (category) => {
  const id = canonical(category);
  return id == "essential" || covers(granted(), id);
};
export const granted = () => (record ? record.categories : signal() ? [] : DATA.known.slice(consent.length));
export const accept = (categories) => save(categories == "all" ? DATA.known : [].concat(categories).map(canonical));
export const reject = () => save([]);
