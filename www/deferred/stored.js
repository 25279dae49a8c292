// What is stored on the device: what belongs to something refused is removed, and what is not declared is reported.
import { Set } from "./own.js";
import { has, remove, names } from "./store.js";
import { addSentence } from "./confirmation.js";

// Milliseconds after the start and after a choice: scripts that were running create again what was removed.
const LOOKS = [0, 100, 1000, 3000, 10000, 30000];
// What comes back that often on one page cannot be removed from it; the next page tries again.
const TRIES = 4;

const KINDS = DATA.kinds;
const ITEMS = DATA.items.map(([id, kind, pattern]) => ({ id, kind, pattern: pattern.split("*") }));

// Whether a name fits a pattern, given as what stands between its stars. Goes through the name once: a page may have named
// something by megabytes.
export const fits = ([start, ...parts], name) => {
  const end = parts.pop();
  if (end == null) return name == start;
  if (!name.startsWith(start)) return false;
  let at = start.length;
  for (const part of parts) {
    const found = name.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return name.length >= at + end.length && name.endsWith(end);
};

export const stored = (gate) => {
  // The list for the audit view, of the same objects as the events' details.
  const undeclared = (gate.undeclared = []);
  const told = new Set();
  let tries = {};
  let timers = [];

  const alarm = (kind, name) => {
    const key = kind + " " + name;
    if (told.has(key)) return;
    told.add(key);
    undeclared.push({ kind, name });
    gate.tell("undeclared", { kind, name });
  };

  const clear = (kind, name) => {
    const key = kind + " " + name;
    tries[key] = (tries[key] || 0) + 1;
    if (tries[key] > TRIES) return;
    remove(kind, name);
    if (tries[key] < TRIES && !has(kind, name)) return;
    tries[key] = TRIES;
    gate.tell("error", { stage: "clear", message: `${key} cannot be removed` });
    addSentence(gate.text.left);
  };

  const look = () => {
    // Before a choice nothing is refused.
    const decided = gate.choice() || navigator.globalPrivacyControl || gate.options.kiosk;
    for (const kind of KINDS)
      for (const name of names(kind)) {
        const declared = ITEMS.filter((item) => item.kind == kind && fits(item.pattern, name));
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
  self.cookieStore?.addEventListener?.("change", () => timers.push(setTimeout(look, 50)));
  document.addEventListener("visibilitychange", look);
  return { choice: begin };
};
