// One line in the bar after a choice: what was chosen, and the way to change it.
import { WORDS } from "./data.js";

let line;

// Adds a sentence to the line, while it is shown.
export const also = (text) => line?.isConnected && line.append(" ", text);

export const says = (gate) => {
  const say = (state) => {
    if (!state) return;
    const section = gate.build(WORDS[gate.lang].said);
    line = section.firstChild;
    const show = (which) => {
      for (const words of line.children) words.hidden = words.dataset.state != which;
    };
    show();
    section.querySelector("[data-council-notice=hide]").onclick = () => {
      // Kept only because the visitor asks not to see the word on the signal again.
      if (state == "signal") gate.reject();
      gate.show();
    };
    gate.show(section);
    // Focus that was in the bar comes back to it, unless it has gone elsewhere meanwhile.
    if (gate.focused && document.activeElement == document.body) line.focus();
    gate.focused = null;
    // After the line has been seen empty, for a screen reader tells only what changes in it.
    setTimeout(show, 50, state);
  };
  const signal = () => navigator.globalPrivacyControl && "signal";
  if (!gate.choice()) say(signal());
  return { choice: (_, after) => say(after ? gate.state : signal()) };
};
