// Google's Consent Mode v2 (`data-consent-mode="google"`): each choice is told before any content runs that it allows.
// What holds before the first choice is said by a script in the page's own head (www/consent-mode.js), for by now a tag
// manager may be at work.
import { signals } from "./data.js";

export const consentMode = (gate) => {
  const { consentMode: peers, googleLayer } = gate.options;
  if (!peers.includes("google")) return;
  const said = {};
  // A page may have anything under the name, or nothing.
  const layer = () => (typeof self[googleLayer]?.push == "function" ? self[googleLayer] : (self[googleLayer] = []));
  // A tag manager puts a `push` of its own into the layer: always ask for it anew. It knows a command by its being an
  // `arguments` object.
  function say(command, kind, state) {
    layer().push(arguments);
    Object.assign(said, state);
  }
  const state = (ids) => {
    const state = { security_storage: "granted" };
    for (const signal in signals) state[signal] = ids.includes(signals[signal]) ? "granted" : "denied";
    return state;
  };
  // What was chosen, or before a choice what is exempt from consent.
  const now = () => state(gate.granted());

  // What the page has said itself. Anything may stand in its list.
  const heard = (entry) => {
    try {
      if (entry[0] == "consent") Object.assign(said, entry[2]);
    } catch {} // no command
  };
  let begun;
  const begin = () => {
    for (const entry of Array.from(layer())) heard(entry);
    // A page that lacks the script gets what can still be said.
    if (!said.security_storage) say("consent", "default", gate.choice() ? state([]) : now());
    // So does one whose script knows an older policy than the gate.
    const due = now();
    if (Object.keys(due).some((signal) => due[signal] != said[signal])) say("consent", "update", due);
    begun = true;
  };
  try {
    begin();
  } catch (error) {
    gate.fail("consent-mode", error); // begun again at the next choice
  }

  return {
    choice() {
      if (!begun) begin();
      say("consent", "update", now());
    },
  };
};
