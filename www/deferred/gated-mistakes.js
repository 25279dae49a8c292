// Tells the page's developer once of each mistake in gated content that keeps it from working.
import { loads } from "../gated/load.js";
import { Set } from "./own.js";
import { all } from "./roots.js";

// The names by which lazy loaders (lazysizes, lozad, bLazy, …) know what is theirs.
const LAZY = /(^|[\s_-])(lazy|lazyload|lozad)([\s_-]|$)/i;

export const gatedMistakes = (gate) => {
  const told = new Set();
  const tell = (key, message) => {
    if (told.has(key)) return;
    told.add(key);
    gate.fail("category", message);
  };
  return {
    look() {
      for (const element of all(":is(script,template,iframe,img,source,link,video,audio,embed,object)[data-category]")) {
        const names = element.getAttributeNames();
        const waits = element.type == "text/plain" || element.content || names.some(loads);
        if (!waits) continue;
        const { category } = element.dataset;
        for (const id of category.match(/[^\s,]+/g) || [""])
          if (!gate.coversAll(id, gate.optional))
            tell(id, `data-category="${category}" names nothing that the cookie policy declares: it never runs`);
        if (LAZY.test(element.className) && names.some((name) => /^data-src/.test(name)))
          tell("", `class="${element.className}" beside data-src: a lazy loader would not wait for leave. Write data-council-src`);
      }
    },
  };
};
