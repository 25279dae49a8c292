// When an include is taken over: not before the parser has left it, and, as it is whole by itself, not before the widget has
// something to add.
import { withTimeout } from "./wait.js";

// Says whether the parser has left an include, whose field comes last. Within one, what it has not read yet would be missing, and
// a root made here would be in the way of the include's own.
export const isWhole = (element) => document.readyState != "loading" || element.querySelector(":scope>[name=council_notice]");

// Resolves when it has. Chromium's parser waits for the include's style sheet. One that is late is put in anew: what a script has
// put in holds up nothing.
export const untilWhole = async (element) => {
  let late = 0;
  while (!isWhole(element)) {
    await new Promise((done) => setTimeout(done, 50));
    const link = element.shadowRoot?.querySelector("link");
    if (link && !link.sheet && ++late == 10) link.parentNode.replaceChild(link.cloneNode(), link);
  }
};

const idle = () => new Promise((resolve) => (self.requestIdleCallback || setTimeout)(resolve));

// Says whether an include is of the release that is published by now: a browser keeps the gate of an older one for minutes.
const isPublished = async (gate, release) => {
  const got = await withTimeout(fetch(gate.files + "council-notice.js", { cache: "no-cache" }), "council-notice.js");
  return (await got.text()).includes(release);
};

// Says whether the notice has changed since an include was made. One of another release may be good all the same: it carries a
// hash of what its card says, and so does the notice's own file. The widget compares both as well, and asks `isNewest`.
const isOld = async (gate, element) => {
  const release = element.getAttribute("release");
  if (release == gate.release) return false;
  const [service, part, audience] = ["service", "part", "audience"].map((name) => element.getAttribute(name) || "");
  const { notices } = await gate.fetchJson(gate.index);
  const entry = notices.find(({ id }) => id == service);
  const card = entry && (await gate.fetchJson(entry.file))[part + "/" + audience];
  // In another language only the version can be told apart.
  const name = card?.lang == element.shadowRoot.getElementById("card-front")?.lang ? "hash" : "version";
  if (card?.[name] == element.getAttribute(name)) return false;
  return !(element.isNewest = await isPublished(gate, release));
};

// Resolves when the widget is wanted: at once where the form may have to wait for an answer, and on a shared screen; when the
// browser is idle, for reasons, a question for children or a changed notice; else when the visitor turns to the card.
export const untilWanted = async (gate, element) => {
  const { guardian, kiosk } = gate.options;
  const atOnce = guardian == "require" || kiosk;
  if (!atOnce) await idle();
  const old = isOld(gate, element);
  // Where there is nothing to compare with, the widget says so.
  if (atOnce || guardian == "prompt" || !element.hasAttribute("loading")) return old.catch(() => 0);
  const turned = new Promise((resolve) => {
    if (element.matches(":hover,:focus-within")) resolve();
    for (const kind of ["pointerover", "focusin"]) element.addEventListener(kind, resolve, { once: true });
  });
  const compared = old.catch((error) => gate.fail("include", error));
  await Promise.race([turned, compared.then((is) => is || turned)]);
  await compared;
};
