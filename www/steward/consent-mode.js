// Google's Consent Mode v2 (`data-consent-mode="google"`): each choice is told before any content runs that it allows.
// What holds before the first choice is said by a script in the page's own head (www/consent-mode.js), for by now a tag
// manager may be at work.

export const consentMode = (gate) => {
  if (gate.options.consentMode != "google") return;
  const said = {};
  // A tag manager puts a `push` of its own into the layer: always ask for it anew. It knows a command by its being an
  // `arguments` object.
  function say(command, kind, state) {
    self.dataLayer.push(arguments);
    Object.assign(said, state);
  }
  const state = (ids) => {
    const state = { security_storage: "granted" };
    for (const signal in DATA.signals) state[signal] = ids.includes(DATA.signals[signal]) ? "granted" : "denied";
    return state;
  };
  // What was chosen, or before a choice what is exempt from consent.
  const now = () => state(gate.granted());

  for (const entry of (self.dataLayer ||= [])) if (entry[0] == "consent") Object.assign(said, entry[2]);
  // A page that lacks the script gets what can still be said.
  if (!said.security_storage) say("consent", "default", gate.choice() ? state([]) : now());
  // So does one whose script knows an older policy than the gate.
  const due = now();
  if (Object.keys(due).some((signal) => due[signal] != said[signal])) say("consent", "update", due);

  return { choice: () => say("consent", "update", now()) };
};
