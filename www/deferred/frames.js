// What a frame shows while it waits for consent: what it is, who would be contacted, "show once", "always show".

import { empty, loads, restoreSandbox, setSandbox } from "../gated/load.js";
import { build } from "./build.js";
import { Map } from "./own.js";
import { all } from "./roots.js";

const COLOURS = ["ink", "paper", "accent", "dark-ink", "dark-paper", "dark-accent", "font", "radius"];
// What a sandboxed frame may do while the box is in it: have a document that we can write in, and open the box's link. What a
// link loads there by the frame's name runs no script, and is thrown out.
let box = "allow-same-origin allow-popups allow-popups-to-escape-sandbox";

const HEARING = box + " allow-scripts";

// WebKit has none of our listeners hear anything where no script may run.
const isDeaf = (root) => {
  let deaf = true;
  const probe = root.createElement("p");
  probe.addEventListener("click", () => (deaf = false));
  const event = document.createEvent("Event"); // a page may have an `Event` of its own
  event.initEvent("click");
  probe.dispatchEvent(event);
  return deaf;
};

export const frames = (gate) => {
  gate.once ||= new WeakSet();
  const heard = new WeakSet(); // listened to
  const shown = new WeakMap(); // what the box in a frame speaks of
  const boxes = new Map(); // sandboxed frames that stand open for the box, each with its observer

  // By the page's own script, whatever waits: that is the page's affair.
  const opened = (frame) => !["", "about:blank"].includes(frame.getAttribute("src") || "");

  // A sandboxed frame has no document that we could write in. It is empty while its sandbox is another one, and has its own
  // back before anything comes into it.
  const unbox = (frame) => {
    if (boxes.has(frame)) return;
    const watcher = new MutationObserver(() => {
      // The page itself opens it: start again, inside the sandbox.
      if (rebox(frame) && opened(frame)) empty(frame);
    });
    boxes.set(frame, watcher);
    open(frame);
    watcher.observe(frame, { attributeFilter: ["src", "srcdoc"] });
  };
  const open = (frame) => {
    restoreSandbox(frame);
    setSandbox(frame, box);
    empty(frame);
  };
  const rebox = (frame) => {
    const watcher = boxes.get(frame);
    if (!watcher) return;
    watcher.disconnect();
    boxes.delete(frame);
    restoreSandbox(frame);
    return true;
  };

  // A link that names the frame as its target loads something while the frame stands open for the box.
  const strange = ({ contentDocument }) => contentDocument?.URL != "about:blank";
  const check = (frame) => {
    // WebKit tells of a frame that is taken away while it still stands in the page: look() has not seen it go.
    if (!frame.isConnected) return rebox(frame);
    if (boxes.has(frame) && strange(frame)) {
      rebox(frame);
      empty(frame);
    }
    cover(frame);
  };

  // The attribute with what would be loaded: the last, as release() takes it.
  const waits = (frame) => frame.getAttributeNames().filter((name) => loads(name) == "src").pop();

  // The box stands in the frame's own empty document: of its size by nature, gone as soon as the frame has a source, and
  // nothing in the page's tree is touched.
  const cover = (frame) => {
    const { category } = frame.dataset;
    const name = waits(frame);
    const src = name && frame.getAttribute(name);
    if (!src || gate.allows(category)) return;
    const names = frame.getAttributeNames();
    // The page has given another address to a frame that shows something: that needs leave of its own.
    if (opened(frame) && names.indexOf("src") < names.indexOf(name)) {
      gate.once.delete(frame);
      frame.removeAttribute("src");
      empty(frame);
    }
    if (opened(frame)) return;
    // Firefox loads an empty document as well, a little later, over what stood in it.
    if (!heard.has(frame)) frame.addEventListener("load", () => check(frame));
    heard.add(frame);
    if (frame.hasAttribute("sandbox")) unbox(frame);
    const root = frame.contentDocument;
    const about = [src, frame.title, category].join("\n");
    const there = root?.body?.firstElementChild;
    // Still loading, or there already.
    if (!root?.body || (there && (there.localName != "article" || shown.get(frame) == about))) return;
    if (boxes.has(frame) && frame.getAttribute("sandbox") != HEARING && isDeaf(root)) {
      box = HEARING;
      open(frame);
      return cover(frame);
    }
    shown.set(frame, about);
    draw(frame, src, category);
  };

  const draw = (frame, src, category) => {
    const root = frame.contentDocument;
    const { frame: words, dir } = gate.text;
    const text = ["p", {}, words[0], " ", ["a", { href: src, target: "_blank" }]];
    const buttons = ["div", {}, ["button", {}, words[1]], ["button", {}, words[2]]];
    const article = build(["article", { lang: gate.lang, dir }, ["h1", {}, frame.title], text, buttons]);
    // It may never have loaded.
    root.defaultView.addEventListener("pagehide", () => setTimeout(check, 0, frame));
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
    root.body.replaceChildren(article);
    const [link, show, always] = article.querySelectorAll("a,button");
    link.append(link.host);
    // A tab of another site would be the end of a shared screen, and nobody chooses there for the next visitor.
    if (gate.options.kiosk) {
      link.removeAttribute("href");
      always.parentNode.removeChild(always);
    }
    show.onclick = () => {
      // Only what can take it back again may show it.
      if (!gate.reveal) return;
      gate.once.add(frame);
      rebox(frame);
      gate.reveal(frame);
    };
    always.onclick = () => gate.accept(gate.granted().concat(category.match(/[^\s,]+/g)));
  };

  return {
    choice() {
      for (const frame of [...boxes.keys()]) if (gate.allows(frame.dataset.category)) rebox(frame);
    },
    look() {
      // Taken away by the page: nothing of it is kept.
      for (const frame of [...boxes.keys()]) if (!frame.isConnected) rebox(frame);
      all("iframe[data-category]").forEach(cover);
    },
  };
};
