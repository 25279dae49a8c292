// Gated content: each script, template, frame, image or link runs or shows once, when the choice allows its category.
import { deferred, waiting, want } from "./deferred.js";
import { empty, release } from "./load.js";
import { fail } from "./page.js";
import { gate } from "./shared.js";
import { allows, record } from "./state.js";

const GATED =
  ':is(script[type="text/plain"]:not([nomodule]),template,:is(iframe,img,source,link):is([data-src],[data-srcset],[data-href]))[data-category]';
let loading = 0;

// Runs whatever may run and has not: each once, in document order. A script from a file holds back the inline
// scripts and templates behind it until it has loaded or failed; between files the browser keeps the order.
export const run = () => {
  // Half a script may have arrived: nothing before the page is parsed.
  if (document.readyState == "loading" || waiting) return;
  let held;
  const queue = [...document.querySelectorAll(GATED)];
  for (let element; (element = queue.shift()); ) {
    // What has just run may have changed the page or the choice.
    if (!element.isConnected) continue;
    const { category, src } = element.dataset;
    const external = src || element.src;
    if (!allows(category)) {
      if (element.contentWindow) want();
    } else if (element.text == null && !element.content) release(element); // neither a script nor a template
    else {
      held ||= loading && !external;
      if (held && !(external && element.hasAttribute("async"))) continue;
      if (element.content) queue.unshift(...unpack(element));
      else revive(element);
    }
  }
  deferred?.look();
};

const revive = (old) => {
  const { src, type } = old.dataset;
  let script = document.createElement("script");
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
  // A script made by script is async until told otherwise, which an inline classic one does not mind.
  if (script.src || type) script.async = old.hasAttribute("async");
  if (script.src && !script.async) {
    loading++;
    const done = () => (loading--, run());
    script.addEventListener("load", done);
    script.addEventListener("error", done);
  }
  old.replaceWith(script);
};

// Scripts inside a template take their place in the queue like any other.
const unpack = (template) => {
  for (const script of template.content.querySelectorAll("script:not([data-category])")) {
    script.dataset.type = script.type;
    script.dataset.category = "essential";
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
  for (const frame of document.querySelectorAll("iframe[data-category][src]:not([data-src])"))
    if (!allows(frame.dataset.category) && !(gate.once.has(frame) && record?.categories[0])) {
      gate.once.delete(frame);
      frame.dataset.src = frame.src;
      frame.removeAttribute("src");
      empty(frame);
    }
};
