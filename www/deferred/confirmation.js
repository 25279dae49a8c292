// Confirms a choice in one line in the bar: what was chosen, and the way to change it.
import { find } from "../gate/page.js";
import { Set } from "./own.js";
import { RAN, all } from "./roots.js";

// Milliseconds that the line stays to be read, slowly and twice (WCAG 2.2.1). It stays longer while it has the focus or the
// pointer.
const SHOWN_FOR = 12000;

let line, from, say, isKept; // `from`: what had the focus before the line; `isKept`: the line stays until it is closed

// Gives the focus back that the bar took along; where it had come from nowhere, to the page's main part.
const restoreFocus = () => {
  const place = from?.isConnected ? from : find("main, [role=main], h1");
  if (!place || document.activeElement != document.body) return;
  place.focus({ preventScroll: true });
  if (document.activeElement == place) return;
  place.tabIndex = -1;
  place.addEventListener("blur", () => place.removeAttribute("tabindex"), { once: true });
  place.focus({ preventScroll: true });
};

// Adds a sentence to the line, once; where the bar is not there, it comes with that alone.
export const addSentence = (text) => {
  if (!find("council-notice-cookies")) say("left");
  setTimeout(() => {
    if (!line?.isConnected || line.textContent.includes(text)) return;
    line.append(" ", text);
    isKept = true;
  }, 100);
};

export const confirmation = (gate) => {
  // `ran`: something has run on this page that is refused now, and only a new page is without it.
  say = (state, ran) => {
    // With `settings` the page has a place of its own to say what it does with a signal.
    if (!state || (state == "signal" && gate.options.cookies == "settings")) return;
    const section = gate.build(gate.text.said);
    line = section.firstChild;
    const show = (which) => {
      for (const words of line.children) words.hidden = words.dataset.state != which;
    };
    show();
    isKept = !["accepted", "rejected", "saved"].includes(state);
    const leave = () => {
      if (!section.isConnected || isKept) return;
      if (section.matches(":hover, :focus-within")) setTimeout(leave, 1000);
      else gate.show();
    };
    setTimeout(leave, SHOWN_FOR);
    section.querySelector("[data-council-notice=hide]").onclick = () => {
      // Kept only because the visitor asks not to see the word on the signal again.
      if (state == "signal") gate.reject();
      gate.show();
      restoreFocus();
    };
    // Where the focus came from, that it can go back there: a keyboard would otherwise start again at the top.
    section.addEventListener("focusin", ({ relatedTarget }) => {
      if (!section.contains(relatedTarget)) from = relatedTarget ?? from;
    });
    gate.show(section);
    if (ran) {
      const [text, load] = gate.text.ran;
      if (gate.options.reload == "withdrawal" && gate.here) setTimeout(() => location.reload(), 100); // a receipt goes first
      addSentence(text);
      if (gate.options.reload != "off") {
        const button = gate.build(["button", {}, load]);
        button.onclick = () => location.reload();
        section.querySelector("div").prepend(button);
      }
    }
    // Focus that was in the bar comes back to it, unless it has gone elsewhere meanwhile.
    if (gate.focused && document.activeElement == document.body) line.focus();
    gate.focused = null;
    // After the line has been seen empty, for a screen reader tells only what changes in it.
    setTimeout(show, 50, state);
  };
  const state = ({ categories }) => (!categories[0] ? "rejected" : gate.optional.every(gate.allows) ? "accepted" : "saved");
  const signal = () => navigator.globalPrivacyControl && "signal";
  // Of the scripts that have run, some of which may take themselves away.
  const ran = new Set();
  const look = () => all(RAN).forEach(({ dataset }) => ran.add(dataset.category));
  if (!gate.choice()) say(signal());
  return {
    look,
    choice(_, after) {
      look();
      const left = [...ran].some((category) => !gate.allows(category));
      // In another tab there is nothing to say but that.
      say(after ? (gate.here ? state(after) : left && "ran") : signal(), left);
    },
  };
};
