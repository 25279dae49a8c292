// The choice changes: who writes it, and who is told.
import { ask } from "./bar.js";
import { deferred, summon } from "./deferred.js";
import { run, unload } from "./content.js";
import { read, wipe, write } from "./jar.js";
import { fail, tell } from "./page.js";
import { known, make } from "./record.js";
import { gate } from "./shared.js";
import { canonical, kept, record, stand } from "./state.js";
import { unlessOff } from "./tag.js";

const endedIds = {}; // of records, by this page

export const end = () => {
  endedIds[record?.id || 0] = 1;
  stand(null);
  deferred?.ended();
};

export const save = (wanted) => {
  const [made, text, life] = make(Date.now() / 1000, Math.random() * 4e9, wanted);
  const domain = unlessOff("cookieDomain");
  end();
  // Every write waits for the browser, and most often one will do. Otherwise what stands elsewhere under the name goes.
  for (const at of [domain, domain, ""]) {
    write(text + ";Max-Age=" + life, at);
    const found = read();
    if (found?.id == made.id) {
      stand(found);
      break;
    }
    wipe();
  }
  // What the browser does not keep stands until the page goes, and as a refusal.
  record || stand(make(made.time, made.id, [])[0], null);
  apply(1);
};

// Another tab, or another page of a shared domain, may have chosen meanwhile, or the visitor deleted the cookie.
export const sync = () => {
  const found = read();
  // WebKit shows a cookie for a moment after it was deleted.
  if (found?.id == record?.id || endedIds[found?.id] || !(found || kept)) return;
  stand(found);
  apply();
};

// In this order: end what is no longer allowed, ask again or take the bar away, tell the deferred module, run what is allowed, tell
// the page, and ask for the deferred module, which says a line about the choice. An error in one does not stop the others.
const steps = [unload, ask, () => deferred?.choice(), run, () => tell("choice", record), summon];
export const apply = (here) => {
  gate.here = here;
  for (const step of steps)
    try {
      step();
    } catch (error) {
      fail("choice", error);
    }
};

// Takes up the choice that stands, and from now on those made elsewhere.
export const follow = () => {
  stand((gate.before = read()));
  addEventListener("visibilitychange", sync);
  addEventListener("pageshow", sync); // out of the back/forward cache
};

export const accept = (categories) => save(categories == "all" ? known : [].concat(categories).map(canonical));
export const reject = () => save([]);
