// The choice changes: who writes it, and who is told.
import { ask } from "./bar.js";
import { deferred, loadDeferred } from "./deferred.js";
import { run, unload } from "./content.js";
import { read, wipe, write } from "./jar.js";
import { fail, tell } from "./page.js";
import { make, optional } from "./record.js";
import { gate } from "./shared.js";
import { canonical, record, setRecord, stored } from "./state.js";
import { unlessOff } from "./tag.js";

const droppedIds = {}; // of records, by this page

// Drops the record from memory, and never takes it up again from a cookie that comes late. Leaves the cookie alone.
export const dropRecord = () => {
  droppedIds[record?.id || 0] = 1;
  setRecord(null);
  deferred?.ended();
};

// Writes a choice that allows the categories and services with these ids, and applies it.
export const save = (wanted) => {
  const [made, text, life] = make(Date.now() / 1000, Math.random() * 4e9, wanted);
  const domain = unlessOff("cookieDomain");
  dropRecord();
  // Every write waits for the browser, and most often one will do. Otherwise cookies of the name with another domain or path go.
  for (const at of [domain, domain, ""]) {
    write(text + ";Max-Age=" + life, at);
    const found = read();
    if (found?.id == made.id) {
      setRecord(found);
      break;
    }
    wipe();
  }
  // A choice that the browser does not keep holds until the page goes, and as a refusal.
  record || setRecord(make(made.time, made.id, [])[0], null);
  apply(1);
};

// Takes up a change made elsewhere: another tab, or another page of a shared domain, may have chosen meanwhile, or the visitor has
// deleted the cookie.
export const sync = () => {
  const found = read();
  // WebKit shows a cookie for a moment after it was deleted.
  if (found?.id == record?.id || droppedIds[found?.id] || !(found || stored)) return;
  setRecord(found);
  apply();
};

// In this order: stop what is no longer allowed, ask again or take the bar away, tell the deferred module, run what is allowed,
// tell the page, and ask for the deferred module, which says a line about the choice. An error in one does not stop the others.
const steps = [unload, ask, () => deferred?.choice(), run, () => tell("choice", record), loadDeferred];
export const apply = (here) => {
  gate.here = here;
  for (const step of steps)
    try {
      step();
    } catch (error) {
      fail("choice", error);
    }
};

// Takes up the choice that holds, and from now on those made elsewhere.
export const follow = () => {
  setRecord((gate.before = read()));
  addEventListener("visibilitychange", sync);
  addEventListener("pageshow", sync); // out of the back/forward cache
};

// Allows the named categories, by any of their names, or "all", and refuses the others.
export const accept = (categories) => save(categories == "all" ? optional : [].concat(categories).map(canonical));
// Refuses everything that can be refused. A withdrawal is the same.
export const reject = () => save([]);
