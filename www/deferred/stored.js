// What is stored on the device: what belongs to something refused is removed, and what nobody declared is told.
import { remove, names } from "./store.js";
import { also } from "./says.js";

// Milliseconds after the start and after a choice: scripts that were running create again what was removed.
const LOOKS = [0, 100, 1000, 3000, 10000, 30000];
// What comes back that often on one page cannot be removed from it; the next page tries again.
const TRIES = 4;

const PATTERNS = DATA.items.map(([id, kind, name]) => {
  const parts = name.split("*").map((part) => part.replace(/[^\w]/g, "\\$&"));
  return { id, kind, name: new RegExp(`^${parts.join(".*")}$`, "s") };
});

export const stored = (gate) => {
  // The list for the audit view, of the same objects as the events' details.
  const undeclared = (gate.undeclared = []);
  let tries = {};
  let timers = [];

  const alarm = (kind, name) => {
    if (undeclared.some((item) => item.kind == kind && item.name == name)) return;
    undeclared.push({ kind, name });
    gate.tell("undeclared", { kind, name });
  };

  const clear = (kind, name) => {
    const key = kind + " " + name;
    tries[key] = (tries[key] || 0) + 1;
    if (tries[key] > TRIES) return;
    remove(kind, name);
    if (tries[key] < TRIES && !names(kind).includes(name)) return;
    tries[key] = TRIES;
    gate.tell("error", { stage: "clear", message: `${key} cannot be removed` });
    also(DATA.words.left);
  };

  const look = () => {
    // Before a choice nothing is refused.
    const decided = gate.choice() || navigator.globalPrivacyControl || gate.options.kiosk;
    for (const kind of ["cookie", "local-storage", "session-storage"])
      for (const name of names(kind)) {
        const declared = PATTERNS.filter((item) => item.kind == kind && item.name.test(name));
        if (!declared[0]) alarm(kind, name);
        else if (decided && !declared.some(({ id }) => gate.allows(id))) clear(kind, name);
      }
  };

  const begin = () => {
    tries = {};
    timers.forEach(clearTimeout);
    timers = LOOKS.map((wait) => setTimeout(look, wait));
  };
  begin();
  self.cookieStore?.addEventListener("change", () => timers.push(setTimeout(look, 50)));
  document.addEventListener("visibilitychange", look);
  return { choice: begin };
};
