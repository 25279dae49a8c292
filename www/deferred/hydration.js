// Markup that a framework has made on the server, and will take over on the page node by node (React, Vue, Svelte): what stands
// in it by then that is not the framework's makes it draw everything anew, and what somebody has typed is lost.
import { inLines } from "../gate/page.js";
import { findAll } from "./tree.js";

// Milliseconds after the page has loaded: what has not been taken over by then never will be.
const LATE = 5000;

// What frameworks leave on each node that they have taken over, by name or by symbol. Vue marks its root alone, when it is
// done; React marks its root when it begins.
const MARK = /^(Symbol\()?(__|_vei|\$\$)/;
const isMarked = (element) =>
  Reflect.ownKeys(element).some((key) => MARK.test(String(key))) || element.closest("[data-v-app]");

const isLate = () => {
  const end = performance.getEntriesByType?.("navigation")?.[0]?.loadEventEnd;
  return end > 0 && performance.now() - end > LATE;
};

let sent;
// Elements that came with the page. A framework takes over no others: a script has made them.
export const begin = () => (sent = new WeakSet(findAll("form, council-notice")));

// Whether something of ours may stand in or beside an element. No framework writes lines below each other.
export const isFree = (element) =>
  !sent.has(element) || inLines(element) || inLines(element.parentNode) || isMarked(element) || isLate();

// Resolves when it is.
export const untilFree = async (element) => {
  while (element.isConnected && !isFree(element)) await new Promise((done) => setTimeout(done, 50));
};
