// The bar: the first layer's banner, or one line that the steward says after a choice.
import { record, signal } from "./choice.js";
import { address, visit } from "./element.js";
import { build } from "./page.js";
import { gate } from "./shared.js";
import { kiosk, options, page } from "./tag.js";
import { banner, dir, lang } from "./words.js";

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
  if (kiosk || options.cookies == "off") return;
  if (!bar) {
    if (!section) return;
    bar = build(["council-notice-cookies", { lang, dir }]);
    const shadow = bar.attachShadow({ mode: "open" });
    try {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(DATA.css);
      shadow.adoptedStyleSheets = [sheet];
    } catch {} // Safari before 16.4 shows it plain
    addEventListener("resize", pad);
  }
  gate.focused ||= bar.shadowRoot.activeElement; // the steward's line takes it on
  if (section) {
    bar.shadowRoot.replaceChildren(section);
    // Before <body>: first for the keyboard, and out of the way of the page's own `:first-child` and `* + *`.
    if (!bar.isConnected) document.head.after(bar);
  } else bar.remove();
  // Before the frame is painted: where the room makes the page scroll, a scrollbar that came later would move everything.
  requestAnimationFrame(pad);
};

export const ask = () => show(!record && !signal() && options.cookies != "settings" && build(banner));

// Stands in for the preferences where the widget cannot be had: the banner takes any choice back, and where it stands
// already the page on cookies says the rest.
export const offer = () => {
  const button = () => bar?.isConnected && bar.shadowRoot.querySelector("[part=reject]");
  if (button()) return visit(address("cookies", ""));
  show(build(banner));
  button()?.focus();
};
