// The cookie bar, and the line that the deferred module shows in it after a choice.
import { build, dress, find, inLines } from "./page.js";
import { gate } from "./shared.js";
import { record, refusesByDefault } from "./state.js";
import { kiosk, lang, said } from "./tag.js";

let bar, roomSheet;

// What gets focus scrolls clear of the bar, and the page's last link can: Firefox and WebKit count no margin of <html>,
// and its padding would squeeze a page of full height. By a sheet, for the page's own styles are its own, and its <body> may
// be replaced.
const pad = () => {
  const height = bar.isConnected && bar.className != "top" && bar.shadowRoot.lastChild.offsetHeight + 8;
  roomSheet ||= dress(document, "");
  roomSheet?.replaceSync(height ? `html{scroll-padding-bottom:${height}px}body{margin-bottom:${height}px!important}` : "");
};

// Shows one section, or the question about cookies for `true`. Without one the bar goes.
export const show = (section) => {
  if (kiosk || said.cookies == "off") section = 0;
  if (!bar) {
    // The page's own HTML may hold it already (www/include/main.js).
    bar = find("council-notice-cookies") || (section && build(["council-notice-cookies", { lang, dir: gate.words[2] }]));
    if (!bar) return;
    bar.className = said.cookiesPosition || "";
    dress(bar.shadowRoot || bar.attachShadow({ mode: "open" }), DATA.css);
    addEventListener("resize", pad);
  }
  const root = bar.shadowRoot;
  gate.focused ||= root.activeElement; // the line takes it on
  if (section) {
    // What is there already stays as it is, with its focus.
    if (section == true) section = root.querySelector("[part=banner]") || build(gate.words[0]);
    if (section.parentNode != root) root.replaceChildren(section);
    bar.hidden = false;
    bar.dataset.state = section.part; // for who cannot see inside: "banner" waits for a choice
    // Before <body>: first for the keyboard, and out of the way of the page's own `:first-child` and `* + *`.
    if (!bar.isConnected)
      if (inLines(document.head)) document.head.after(bar);
      // A framework may be about to take over the whole document: it minds nothing at the end of <body>, once that is here.
      else if (document.readyState != "loading") document.body.append(bar);
      else return setTimeout(ask, 99);
    // Over the page's own layers, where the browser has one above them; it may be there already.
    if (bar.className != "top")
      try {
        bar.popover = "manual";
        bar.showPopover();
      } catch {}
  } else bar.parentNode?.removeChild(bar); // old libraries have a `remove` of their own
  // Before the frame is painted: where the room makes the page scroll, a scrollbar that came later would move everything.
  requestAnimationFrame(pad);
};

// Shows the question where a choice is missing. In a frame the page around it asks, if it is of the same site and has the tag.
export const ask = () => show(!record && !refusesByDefault() && !(self.frameElement && parent.CouncilNotice) && said.cookies != "settings");
