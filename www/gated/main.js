// Gated content: each script, template, frame, image or link runs or shows once, when the choice allows its category. The gate
// loads this where a page has any (gate/content.js), and nothing else lets any of it run.
import { fail } from "../gate/page.js";
import { empty, release } from "./load.js";

const GATED =
  ':is(script[type="text/plain"]:not([nomodule]),template,iframe,img,source,link,video,audio,embed,object)[data-category]';
let loading = 0;

// What the gate gives: its shared object; whether the choice allows what an element names; whether a list of ids holds that; the
// ids that can be refused; what loads the deferred module; and what asks for a scan of the page, which comes back to `run`.
let gate, allows, coversAll, optional, loadDeferredOnce, scan;
export const start = (...given) => {
  [gate, allows, coversAll, optional, loadDeferredOnce, scan] = given;
  gate.reveal = release; // for what is shown once, without a choice
  gate.once ||= new WeakSet();
};

// In the page, then in the shadow roots that it has named (deferred/roots.js). By way of <html>: markup may take the place of the
// document's own, <img name="querySelectorAll">.
const all = (selector) => [document.documentElement, ...(gate.roots || [])].flatMap((root) => [...(root?.querySelectorAll(selector) || [])]);

// Runs whatever may run and has not: each once, in document order. A script from a file holds back the inline
// scripts and templates behind it until it has loaded or failed; between files the browser keeps the order.
export const run = () => {
  let held;
  const queue = all(GATED);
  for (let element; (element = queue.shift()); ) {
    // What has just run may have changed the page or the choice.
    if (!element.isConnected) continue;
    const { category, councilSrc, src = councilSrc } = element.dataset;
    const external = src || element.src;
    // Watched, and while it waits with a box in it.
    if (element.contentWindow) loadDeferredOnce();
    if (!allows(category)) {
      // A word on what nobody declared.
      if (!coversAll(category, optional)) loadDeferredOnce();
    } else if (element.text == null && !element.content) release(element); // neither a script nor a template
    else {
      held ||= loading && !external;
      if (held && !(external && element.hasAttribute("async"))) continue;
      if (element.content) queue.unshift(...unpack(element));
      else revive(element);
    }
  }
};

// The methods of a document: neither a library's own `Document` nor a name on the page stands in between.
const own = Object.getPrototypeOf(document);

let last; // the script that was put in place of one that waited

// The page is parsed: to write in it would blank it. The deferred module puts it where the script stands.
const write = (...text) =>
  document.readyState == "loading"
    ? own.write.apply(document, text) // the page has opened itself anew
    : loadDeferredOnce((gate.written ||= []).push([document.currentScript || last, ...text]));

const revive = (old) => {
  const { councilSrc, src = councilSrc, type } = old.dataset;
  let script = own.createElement.call(document, "script"); // a copy of one from a fragment of text would count as started
  try {
    for (const name of old.getAttributeNames()) script.setAttribute(name, old.getAttribute(name));
    script.text = old.text;
    if (old.nonce) script.nonce = old.nonce; // the attribute reads "" once in a page with a policy
    if (src) script.src = src;
  } catch (error) {
    script = old; // Trusted Types: what the parser wrote is trusted in its own element
    if (src) fail("script", error);
  }
  script.type = type || "";
  last = script;
  // Once, and again where the page has put back the browser's own.
  try {
    if (!gate.writer || document.write == own.write) gate.writer = document.write = document.writeln = write;
  } catch {} // <img name="write"> takes their place, and no script has them
  // A script made by script is async until told otherwise, which an inline classic one does not mind.
  if (script.src || type) script.async = old.hasAttribute("async");
  if (script.src && !script.async) {
    loading++;
    const done = () => (loading--, scan());
    script.addEventListener("load", done);
    script.addEventListener("error", done);
  }
  old.replaceWith(script);
};

// Scripts inside a template take their place in the queue like any other.
const unpack = (template) => {
  for (const script of template.content.querySelectorAll("script:not([data-category])")) {
    script.dataset.type = script.type;
    script.dataset.category = template.dataset.category;
    script.type = "text/plain";
  }
  delete template.dataset.category;
  const gated = template.content.querySelectorAll(GATED);
  template.after(template.content);
  return gated;
};

// Takes out of its frames what the choice no longer allows. What was shown once stays until everything is refused, and is
// forgotten with the frame's content: whoever comes next has not asked for it.
export const unload = () => {
  for (const frame of all("iframe[data-category][src]")) {
    const { category } = frame.dataset;
    const isShown = gate.once.has(frame);
    // A page may sort its films by that attribute: what nobody declared, the page itself has opened.
    const isOurs = isShown || coversAll(category, optional);
    if (isOurs && !allows(category) && !(isShown && gate.choice()?.categories[0])) {
      gate.once.delete(frame);
      frame.dataset.councilSrc = frame.src;
      frame.removeAttribute("src");
      empty(frame);
    }
  }
};
