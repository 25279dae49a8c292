// The cookie bar, and the line that the deferred module says in it after a choice.
import { build, dress, page } from "./page.js";
import { gate } from "./shared.js";
import { record, signal } from "./state.js";
import { kiosk, lang, said } from "./tag.js";

let bar, own;

// What gets focus scrolls clear of the bar, and the page's last link can: Firefox and WebKit count no margin of <html>,
// and its padding would squeeze a page of full height.
const pad = () => {
  const { style } = document.body || bar; // a slow page has none yet
  own ||= [page.style.scrollPaddingBottom, style.marginBottom];
  const height = bar.isConnected && bar.shadowRoot.firstChild.offsetHeight + 8 + "px";
  [page.style.scrollPaddingBottom, style.marginBottom] = height ? [height, height] : own;
  if (!height) own = null; // from now on the page's values are its own
};

// Shows one section. Without one the bar goes.
export const show = (section) => {
  if (kiosk || said.cookies == "off") return;
  if (!bar) {
    if (!section) return;
    bar = build(["council-notice-cookies", { lang, dir: gate.words[2] }]);
    dress(bar.attachShadow({ mode: "open" }), DATA.css);
    addEventListener("resize", pad);
  }
  gate.focused ||= bar.shadowRoot.activeElement; // the line takes it on
  if (section) {
    bar.shadowRoot.replaceChildren(section);
    // Before <body>: first for the keyboard, and out of the way of the page's own `:first-child` and `* + *`.
    if (!bar.isConnected) document.head.after(bar);
  } else bar.parentNode?.removeChild(bar); // old libraries have a `remove` of their own
  // Before the frame is painted: where the room makes the page scroll, a scrollbar that came later would move everything.
  requestAnimationFrame(pad);
};

export const ask = () => show(!record && !signal() && said.cookies != "settings" && build(gate.words[0]));
