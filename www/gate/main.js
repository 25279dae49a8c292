// The gate: this folder, bundled into council-notice.js, a classic script. What only some pages need is in
// www/deferred.
//
// It alone reads the tag (tag.js), reads and writes the record of a choice (record.js), and lets gated content run
// (content.js). It asks with a bar made at build time (bar.js), and loads the deferred module, and with it the widget (WASM),
// only where something needs them (deferred.js). Whatever fails, it fails closed: nothing is granted, and a link to the
// static notice stays where the notice would be.
//
// state.js knows what stands, change.js changes it; nothing that change.js tells may import it.
//
// The build of a site puts its data in place of each DATA.<name>, of a list or an object only once: it needs a name here.
//   version, revision  of this build; of the cookie policy (a record of another revision is none)
//   known, asked       ids of the categories that can be refused, and how many of them, the first, need consent; the
//                      others are exempt: on until somebody objects
//   accepted, refused  for how many seconds a choice holds that allows something which needs consent, or nothing
//   aliases            ids by the other names for them: {statistics: "analytics"}; an essential service is one of these
//   services           ids of the services in a category, by its id: {media: ["map", "video"]}
//   up                 the way from this script's folder to all other files: none, or ../ from a partner's folder
//   cookies            folder of the page of the cookie policy, in notices/
//   wasm               name of the widget's largest file
//   langs, hash        languages, the default one first; what ends the names of index.<lang>.<hash>.json and
//                      deferred.<lang>.<hash>.js
//   words              in the default language: the bar's tree, the text of a link to a notice, ltr or rtl
//   css, places        bar.css; the filter described in places.js, in hexadecimal digits
//
// Nothing here acts before the last line of this file: a page may have two tags, and only one of them is the gate.
import { arrive, expose } from "./api.js";
import { ask } from "./bar.js";
import { follow } from "./change.js";
import { deferred, summon, want, watch } from "./deferred.js";
import { run } from "./content.js";
import { fail, find, inLines, page } from "./page.js";
import { keepRoom, put } from "./place.js";
import { near } from "./places.js";
import { gate } from "./shared.js";
import { record, signal } from "./state.js";
import { base, first, lang, langs, needsDeferred, said } from "./tag.js";

let sought, room, form;
// Asks for what shows a notice, and for the largest file of the widget at the same time; where that cannot be had, no room
// is kept for it.
const seek = (widget) => {
  if (widget) (gate.wasm = fetch(base + DATA.wasm)).catch(() => 0); // told by who uses it
  sought = summon().then((module) => {
    if (module) return;
    gate.height = 0;
    room?.replaceSync("");
    // Nobody else will put the link there.
    if (form && !find("council-notice")) put(form);
  });
};

const scan = () => {
  const found = (rest) => find("council-notice" + rest);
  if (!deferred && !sought)
    try {
      const likely = said.service || near();
      form = likely && said.form && find(said.form);
      // Where the author has put one, it may be that form's.
      if (form && inLines(form) && !found("")) put(form);
      const bare = found(":not([release])");
      // Includes are whole by themselves, but where their template is still one; what else they need has time (watch).
      if (bare || found(">template") || (!found("") && (form || (likely && !said.service)))) seek(bare);
    } catch {
      seek(); // not a selector: the deferred module says so
    }
  // An open shadow root to look into; something that is to be a button and is none.
  if (find("[data-council-root],[data-council-notice]:not([href],button)")) want();
  run();
};

// However large a page is, and however often it changes, looking takes a twentieth of the time: the next look waits as much
// longer than the last one took, up to what nobody notices.
let rested = 0;
let due;
const glance = () => {
  const now = performance.now();
  clearTimeout(due);
  // A timer may come a little early.
  if (now < rested && document.readyState != "loading") due = setTimeout(glance, rested - now);
  else {
    scan();
    rested = now + Math.min(20 * (performance.now() - now), 100);
  }
};

const begin = () => {
  ask();
  run();
  // What the page's scripts store takes them its time.
  for (const time of [500, 5000]) setTimeout(watch, time);
};

const start = () => {
  follow();
  gate.run = run;
  room = keepRoom();
  if (needsDeferred || (!record && signal())) summon();
  // Its own words are those of the default language.
  if (lang == langs[0]) begin();
  else summon().then(begin);
  scan();
  document.addEventListener("readystatechange", scan);
  // The visitor turns to an include. A form's fields may go by the names of its methods.
  for (const kind of ["pointerover", "focusin"])
    page.addEventListener(kind, ({ target }) => sought || (Element.prototype.closest.call(target, "[release]") && seek(1)));
  new MutationObserver(glance).observe(document, { childList: true, subtree: true });
  arrive();
};

// Where the page has put something of its own in place of what the browser has, the gate stays closed.
if (first)
  try {
    expose();
    // A page made ready in advance is not looked at: until it is, nobody is asked, nothing runs and nothing is fetched.
    if (document.prerendering == true) document.addEventListener("prerenderingchange", start);
    else start();
  } catch (error) {
    fail("start", error);
  }
