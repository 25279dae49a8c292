// What a frame shows while it waits for leave: who would be contacted, "show once", "always show", and a link there.
import { CSS, WORDS } from "./data.js";

const WAITING = "iframe[data-category][data-src]";

export const frames = (gate) => ({
  look() {
    for (const frame of document.querySelectorAll(WAITING)) if (!gate.allows(frame.dataset.category)) cover(gate, frame);
  },
});

// The box stands in the frame's own empty document: of its size by nature, gone as soon as the frame has a source, and
// nothing in the page's tree is touched. A sandboxed frame has no document to stand in, and stays blank.
const cover = (gate, frame) => {
  const root = frame.contentDocument;
  if (root?.body?.childNodes.length !== 0) return; // none to stand in, still loading, or there already
  const {
    frame: [text, once, always],
    dir,
  } = WORDS[gate.lang];
  const { category, src } = frame.dataset;
  const source = ["a", { href: src, target: "_blank" }];
  const box = ["article", { lang: gate.lang, dir }, ["p", {}, text, " ", source], ["div", {}, ["button", {}, once], ["button", {}, always]]];
  try {
    const sheet = new root.defaultView.CSSStyleSheet();
    sheet.replaceSync(CSS);
    root.adoptedStyleSheets = [sheet];
  } catch {} // Safari before 16.4 shows it plain
  root.body.append(gate.build(box));
  const [link, ...buttons] = root.querySelectorAll("a,button");
  link.append(link.host);
  buttons[0].onclick = () => gate.release(frame);
  buttons[1].onclick = () => gate.accept(gate.granted().concat(category));
};
