// The gate: this folder, which `publish` bundles into council-notice.js, a classic script. What only some pages need is in
// www/deferred.
//
// It alone reads the tag (tag.js), reads and writes the record of a choice (record.js), and lets gated content run
// (gated.js). It asks with a bar made at build time (bar.js), and loads the deferred module, and with it the widget (WASM),
// only where something needs them (deferred.js). Whatever fails, it fails closed: nothing is granted, and a link to the
// static notice stays where the notice would be.
//
// state.js knows what stands, change.js changes it; nothing that change.js tells may import it.
//
// `publish` puts the deployment's data in place of each DATA.<name>:
//   version, revision  of this build; of the cookie policy (a record of another revision is none)
//   known, asked       ids of the categories that can be refused, and how many of them, the first, need consent; the
//                      others are exempt: on until somebody objects
//   aliases            ids by the other names for them: {statistics: "analytics"}; an essential service is one of these
//   services           ids of the services in a category, by its id: {media: ["map", "video"]}
//   widget, wasm       file names beside this script
//   langs, hash        languages, the default one first; what ends the names of index.<lang>.<hash>.json and
//                      deferred.<lang>.<hash>.js
//   words              in the default language: the bar's tree, the text of a link to a notice, ltr or rtl
//   css, places        bar.css; the filter described in places.js, in hexadecimal digits
//
// Nothing here acts before the last line of this file: a page may have two tags, and only one of them is the gate.
import { arrive, expose } from "./api.js";
import { ask } from "./bar.js";
import { follow } from "./change.js";
import { deferred, summon, then, watch } from "./deferred.js";
import { run } from "./gated.js";
import { has, keepRoom, put } from "./place.js";
import { near } from "./places.js";
import { gate } from "./shared.js";
import { record, signal } from "./state.js";
import { base, first, lang, more, said } from "./tag.js";

let sought, room;
// Asks for what shows a notice; where that cannot be had, no room is kept for it.
const seek = () => {
  sought = summon().then((module) => {
    if (module) return;
    gate.height = 0;
    room?.replaceSync("");
  });
};

const scan = () => {
  if (!deferred && !sought)
    try {
      const likely = said.service || near();
      const form = likely && said.form && document.querySelector(said.form);
      if (form && !has(form)) put(form);
      if (document.querySelector("council-notice")) {
        // The widget is asked for at the same time.
        gate.parts = Promise.allSettled([import(base + DATA.widget), fetch(base + DATA.wasm), fetch(base + gate.index)]);
        seek();
      } else if (!said.service && likely) seek();
    } catch {
      seek(); // not a selector: the deferred module says so
    }
  run();
};

const begin = () => {
  ask();
  run();
  // What the page's scripts store takes them its time.
  setTimeout(watch, 500);
  setTimeout(watch, 5000);
};

const start = () => {
  follow();
  then(run);
  room = keepRoom();
  if (more || (!record && signal())) summon();
  // Its own words are those of the default language.
  if (lang == DATA.langs[0]) begin();
  else summon().then(begin);
  scan();
  document.addEventListener("readystatechange", scan);
  new MutationObserver(scan).observe(document, { childList: true, subtree: true });
  arrive();
};

if (first) {
  expose();
  // A page made ready in advance is not looked at: until it is, nobody is asked, nothing runs and nothing is fetched.
  if (document.prerendering) document.addEventListener("prerenderingchange", start);
  else start();
}
