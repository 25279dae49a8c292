// What a frame shows while it waits for leave: what it is, who would be contacted, "show once", "always show".
import { CSS, WORDS } from "./data.js";

const GATED = "iframe[data-category]";
const COLOURS = ["ink", "paper", "accent", "dark-ink", "dark-paper", "dark-accent", "font", "radius"];

export const frames = (gate) => {
  const once = new WeakSet(); // shown without a choice
  const boxes = new Map(); // sandboxed frames that stand open for the box: their own `sandbox`

  // A sandboxed frame has no document that we could write in. It gets one without the sandbox, and its sandbox back
  // before anything comes into it.
  const unbox = (frame) => {
    boxes.set(frame, frame.getAttribute("sandbox"));
    frame.removeAttribute("sandbox");
    const watcher = new MutationObserver(() => {
      if (!rebox(frame)) watcher.disconnect();
      // The page itself opens it: start again, inside the sandbox.
      else if (frame.hasAttribute("src")) frame.src = frame.getAttribute("src");
    });
    watcher.observe(frame, { attributeFilter: ["src"] });
    blank(frame);
  };
  const rebox = (frame) => {
    const had = boxes.has(frame);
    if (had) frame.setAttribute("sandbox", boxes.get(frame));
    boxes.delete(frame);
    return had;
  };

  // `replace`, so that going back in the page's history does not go through it.
  const blank = (frame) => {
    frame.addEventListener("load", () => cover(frame), { once: true });
    frame.contentWindow.location.replace("about:blank");
  };

  // The box stands in the frame's own empty document: of its size by nature, gone as soon as the frame has a source, and
  // nothing in the page's tree is touched.
  const cover = (frame) => {
    const { category, src } = frame.dataset;
    if (!src || gate.allows(category)) return;
    if (frame.hasAttribute("sandbox")) return unbox(frame);
    const root = frame.contentDocument;
    if (root?.body?.childNodes.length !== 0) return; // still loading, or there already
    const { frame: words, dir } = WORDS[gate.lang];
    const text = ["p", {}, words[0], " ", ["a", { href: src, target: "_blank" }]];
    const buttons = ["div", {}, ["button", {}, words[1]], ["button", {}, words[2]]];
    const box = gate.build(["article", { lang: gate.lang, dir }, ["h1", {}, frame.title], text, buttons]);
    root.documentElement.lang = gate.lang;
    root.title = frame.title;
    try {
      const sheet = new root.defaultView.CSSStyleSheet();
      sheet.replaceSync(CSS);
      root.adoptedStyleSheets = [sheet];
    } catch {} // Safari before 16.4 shows it plain
    // The council's colours do not reach into a frame by themselves.
    const page = getComputedStyle(document.documentElement);
    for (const name of COLOURS.map((colour) => "--council-notice-" + colour))
      root.documentElement.style.setProperty(name, page.getPropertyValue(name));
    root.body.append(box);
    const [link, show, always] = box.querySelectorAll("a,button");
    link.append(link.host);
    show.onclick = () => {
      once.add(frame);
      rebox(frame);
      gate.release(frame);
    };
    always.onclick = () => gate.accept(gate.granted().concat(category));
  };

  return {
    choice(_, after) {
      for (const frame of document.querySelectorAll(GATED)) {
        if (gate.allows(frame.dataset.category)) rebox(frame);
        // Open and no longer allowed. What was shown once stays until everything is refused.
        else if (frame.src && !frame.dataset.src && !(once.has(frame) && after?.categories[0])) {
          frame.dataset.src = frame.src;
          frame.removeAttribute("src");
          blank(frame);
        }
      }
    },
    look() {
      document.querySelectorAll(GATED + "[data-src]").forEach(cover);
    },
  };
};
