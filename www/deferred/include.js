// Waits to load the widget for an include, which is whole by itself, until the widget has something to add.

const idle = () => new Promise((resolve) => (self.requestIdleCallback || setTimeout)(resolve));

// Says whether the notice has changed since an include was made. One of another release may be good all the same: it carries a
// hash of what its card says, and so does the notice's own file.
const isOld = async (gate, element) => {
  if (element.getAttribute("release") == gate.release) return false;
  const [service, part, audience] = ["service", "part", "audience"].map((name) => element.getAttribute(name) || "");
  const { notices } = await gate.fetchJson(gate.index);
  const entry = notices.find(({ id }) => id == service);
  if (!entry) return true;
  const card = (await gate.fetchJson(entry.file))[part + "/" + audience];
  // In another language only the version can be told apart.
  const name = card?.lang == element.shadowRoot.getElementById("card-front")?.lang ? "hash" : "version";
  return card?.[name] != element.getAttribute(name);
};

// Resolves when the widget is wanted: at once where the form may have to wait for an answer, and on a shared screen; when the
// browser is idle, for reasons, a question for children or a changed notice; else when the visitor turns to the card.
export const untilWanted = async (gate, element) => {
  const { guardian } = gate.options;
  if (guardian == "require" || gate.options.kiosk) return;
  await idle();
  if (guardian == "prompt" || !element.hasAttribute("loading")) return;
  const turned = new Promise((resolve) => {
    if (element.matches(":hover,:focus-within")) resolve();
    for (const kind of ["pointerover", "focusin"]) element.addEventListener(kind, resolve, { once: true });
  });
  const old = isOld(gate, element).catch((error) => gate.fail("include", error));
  await Promise.race([turned, old.then((is) => is || turned)]);
};
