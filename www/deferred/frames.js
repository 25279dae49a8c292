// What a frame shows while it waits for leave: what it is, who would be contacted, "show once", "always show".

import { empty, release } from "../gate/load.js";
import { build } from "../gate/page.js";

const GATED = "iframe[data-category]";
const COLOURS = ["ink", "paper", "accent", "dark-ink", "dark-paper", "dark-accent", "font", "radius"];

export const frames = (gate) => {
  const heard = new WeakSet(); // listened to
  const boxes = new Map(); // sandboxed frames that stand open for the box: their own `sandbox`

  // By the page's own script, whatever waits: that is the page's affair.
  const opened = (frame) => !["", "about:blank"].includes(frame.getAttribute("src") || "");

  // A sandboxed frame has no document that we could write in. It is empty without the sandbox, and has its sandbox back
  // before anything comes into it.
  const unbox = (frame) => {
    boxes.set(frame, frame.getAttribute("sandbox"));
    frame.removeAttribute("sandbox");
    const watcher = new MutationObserver(() => {
      // The page itself opens it: start again, inside the sandbox.
      if (rebox(frame) && opened(frame)) empty(frame);
      watcher.disconnect();
    });
    watcher.observe(frame, { attributeFilter: ["src", "srcdoc"] });
    empty(frame);
  };
  const rebox = (frame) => {
    const had = boxes.has(frame);
    if (had) frame.setAttribute("sandbox", boxes.get(frame));
    boxes.delete(frame);
    return had;
  };

  // A link that names the frame as its target loads something while the frame stands open for the box.
  const strange = ({ contentDocument }) => contentDocument?.URL != "about:blank";
  const loaded = (frame) => {
    if (boxes.has(frame) && strange(frame)) {
      rebox(frame);
      empty(frame);
    }
    cover(frame);
  };

  // The box stands in the frame's own empty document: of its size by nature, gone as soon as the frame has a source, and
  // nothing in the page's tree is touched.
  const cover = (frame) => {
    const { category, src } = frame.dataset;
    if (!src || gate.allows(category) || opened(frame)) return;
    // Firefox loads an empty document as well, a little later, over what stood in it.
    if (!heard.has(frame)) frame.addEventListener("load", () => loaded(frame));
    heard.add(frame);
    if (frame.hasAttribute("sandbox")) unbox(frame);
    const root = frame.contentDocument;
    if (root?.body?.childNodes.length !== 0) return; // still loading, or there already
    const { frame: words, dir } = DATA.words;
    const text = ["p", {}, words[0], " ", ["a", { href: src, target: "_blank" }]];
    const buttons = ["div", {}, ["button", {}, words[1]], ["button", {}, words[2]]];
    const box = build(["article", { lang: gate.lang, dir }, ["h1", {}, frame.title], text, buttons]);
    root.documentElement.lang = gate.lang;
    root.title = frame.title;
    try {
      const sheet = new root.defaultView.CSSStyleSheet();
      sheet.replaceSync(DATA.css);
      root.adoptedStyleSheets = [sheet];
    } catch {} // Safari before 16.4 shows it plain
    // The council's colours do not reach into a frame by themselves.
    const page = getComputedStyle(document.documentElement);
    for (const name of COLOURS.map((colour) => "--council-notice-" + colour))
      root.documentElement.style.setProperty(name, page.getPropertyValue(name));
    root.body.append(box);
    const [link, show, always] = box.querySelectorAll("a,button");
    link.append(link.host);
    // A tab of another site would be the end of a shared screen, and nobody chooses there for the next visitor.
    if (gate.options.kiosk) {
      link.removeAttribute("href");
      always.parentNode.removeChild(always);
    }
    show.onclick = () => {
      gate.once.add(frame);
      rebox(frame);
      release(frame);
    };
    always.onclick = () => gate.accept(gate.granted().concat(category));
  };

  return {
    choice() {
      for (const frame of document.querySelectorAll(GATED)) if (gate.allows(frame.dataset.category)) rebox(frame);
    },
    look() {
      document.querySelectorAll(GATED + "[data-src]").forEach(cover);
    },
  };
};
