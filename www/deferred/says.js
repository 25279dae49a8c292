// One line in the bar after a choice: what was chosen, and the way to change it.

let line, from, say;

// Gives the focus back that the bar took along; where it had come from nowhere, to the page's main part.
const back = () => {
  const place = from?.isConnected ? from : document.querySelector("main, [role=main], h1");
  if (!place || document.activeElement != document.body) return;
  place.focus({ preventScroll: true });
  if (document.activeElement == place) return;
  place.tabIndex = -1;
  place.addEventListener("blur", () => place.removeAttribute("tabindex"), { once: true });
  place.focus({ preventScroll: true });
};

// Adds a sentence to the line, once; where the bar is not there, it comes with that alone.
export const also = (text) => {
  if (!document.querySelector("council-notice-cookies")) say("left");
  setTimeout(() => line?.isConnected && !line.textContent.includes(text) && line.append(" ", text), 100);
};

export const says = (gate) => {
  say = (state) => {
    // With `settings` the page has a place of its own to say what it does with a signal.
    if (!state || (state == "signal" && gate.options.cookies == "settings")) return;
    const section = gate.build(DATA.words.said);
    line = section.firstChild;
    const show = (which) => {
      for (const words of line.children) words.hidden = words.dataset.state != which;
    };
    show();
    section.querySelector("[data-council-notice=hide]").onclick = () => {
      // Kept only because the visitor asks not to see the word on the signal again.
      if (state == "signal") gate.reject();
      gate.show();
      back();
    };
    // Where the focus came from, that it can go back there: a keyboard would otherwise start again at the top.
    section.addEventListener("focusin", ({ relatedTarget }) => {
      if (!section.contains(relatedTarget)) from = relatedTarget ?? from;
    });
    gate.show(section);
    // Focus that was in the bar comes back to it, unless it has gone elsewhere meanwhile.
    if (gate.focused && document.activeElement == document.body) line.focus();
    gate.focused = null;
    // After the line has been seen empty, for a screen reader tells only what changes in it.
    setTimeout(show, 50, state);
  };
  const state = ({ categories }) => (!categories[0] ? "rejected" : gate.known.every(gate.allows) ? "accepted" : "saved");
  const signal = () => navigator.globalPrivacyControl && "signal";
  if (!gate.choice()) say(signal());
  return { choice: (_, after) => say(after ? gate.here && state(after) : signal()) };
};
