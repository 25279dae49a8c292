// Does `document.write` for a gated script. The page is parsed by then, and would be blanked: what is written goes where the script
// stands. Until this module is loaded the gate keeps it in `gate.written`, a list of [script, ...texts].

import { Map } from "./own.js";
import { RAN, all } from "./roots.js";

// What may stand in a <head>. Anything else that a script there writes opens the body, as the parser has it.
const OF_HEAD = ["base", "link", "meta", "noscript", "script", "style", "template", "title"];

export const documentWrite = (gate) => {
  const ends = new WeakMap(); // by script: the last node that it wrote
  let due, last;

  const put = (script, text) => {
    // The page has opened itself anew, and is being parsed.
    if (document.readyState == "loading") return Object.getPrototypeOf(document).write.call(document, text);
    const range = document.createRange();
    const before = ends.get(script) || script;
    if (before.isConnected) range.setStartAfter(before);
    else range.selectNodeContents(document.body), range.collapse();
    // Scripts in such a fragment run.
    const fragment = range.createContextualFragment(text);
    const last = fragment.lastChild;
    if (!last) return;
    ends.set(script, last);
    const opensBody = [...fragment.childNodes].some(({ nodeType, localName, data }) => (nodeType == 1 ? !OF_HEAD.includes(localName) : nodeType == 3 && data.trim()));
    if (opensBody && before.parentNode == document.head) document.body.prepend(fragment);
    else range.insertNode(fragment);
  };

  const flush = () => {
    due = false;
    const texts = new Map(); // by script: a tag may come in pieces
    for (const [script, ...text] of gate.written.splice(0)) texts.set(script, (texts.get(script) || "") + text.join(""));
    for (const [script, text] of texts)
      try {
        put(script, text);
      } catch (error) {
        gate.fail("script", error); // Trusted Types
      }
  };

  // In a callback there is no current script: the last one that ran is the best guess.
  const place = () => document.currentScript || last || all(RAN).pop() || document.body;
  const later = () => {
    if (document.readyState == "loading") flush();
    // When the script that writes is done.
    else due ||= Promise.resolve().then(flush);
  };
  const write = (...text) => {
    gate.written.push([(last = place()), ...text]);
    later();
  };
  return {
    look() {
      gate.written ||= [];
      if (document.write == gate.writer) document.write = document.writeln = write;
      if (gate.written[0]) later();
    },
  };
};
