// The gate: this folder, bundled into council-notice.js, a classic script. What only some pages need is in
// www/deferred.
//
// It alone reads the tag (tag.js), reads and writes the record of a choice (record.js), and lets gated content run
// (content.js). It asks with a bar made at build time (bar.js), and loads the deferred module, and with it the widget (WASM),
// only where something needs them (deferred.js). Whatever fails, it fails closed: nothing is granted, and a link to the
// static notice stays where the notice would be.
//
// state.js holds the choice; change.js changes it. No module that change.js imports may import change.js.
//
// The build of a site puts its data in place of each DATA.<name>, of a list or an object only once: it needs a name here.
//   version, revision  of this build; of the cookie policy (a record of another revision is none)
//   optional           ids of the categories that can be refused
//   consentCount       how many of them, the first, need consent; the others are exempt: on until somebody objects
//   accepted, refused  for how many seconds a choice holds that allows something which needs consent, or nothing
//   aliases            ids by the other names for them: {statistics: "analytics"}; an essential service is one of these
//   services           ids of the services in a category, by its id: {media: ["map", "video"]}
//   up                 the way from this script's folder to all other files: none, or ../ from a partner's folder
//   files              address of the files with a hash in their names; empty where they are with all others
//   cookies            folder of the page of the cookie policy, in notices/
//   wasm               name of the widget's largest file
//   langs, hash        languages, the default one first; what ends the names of index.<lang>.<hash>.json and
//                      deferred.<lang>.<hash>.js
//   words              in the default language: the bar's tree, the text of a link to a notice, ltr or rtl
//   css, places        bar.css; the filter described in placement-filter.js, in hexadecimal digits
//
// Nothing here acts before the last line of this file: a page may have two tags, and only one of them is the gate.
import { defineApi, followHash } from "./api.js";
import { ask } from "./bar.js";
import { follow } from "./change.js";
import { deferred, loadDeferred, loadDeferredOnce, watch } from "./deferred.js";
import { run } from "./content.js";
import { fail, find, inLines, page } from "./page.js";
import { keepRoom, put } from "./place.js";
import { mayHaveNotice } from "./placement-filter.js";
import { gate } from "./shared.js";
import { record, refusesByDefault } from "./state.js";
import { files, first, lang, langs, needsDeferred, said } from "./tag.js";

let widgetRequest, roomSheet, form;
// Loads what shows a notice; with `early` the widget's largest file at the same time. Where it cannot be had, keeps no room for
// the notice.
const requestWidget = (early) => {
  if (early) (gate.wasm = fetch(files + DATA.wasm)).catch(() => 0); // reported by whoever uses it
  widgetRequest = loadDeferred().then((module) => {
    if (module) return;
    gate.height = 0;
    roomSheet?.replaceSync("");
    // Nobody else will put the link there.
    if (form && !find("council-notice")) put(form);
  });
};

const scan = () => {
  const found = (rest) => find("council-notice" + rest);
  if (!deferred && !widgetRequest)
    try {
      const likely = said.service || mayHaveNotice();
      form = likely && said.form && find(said.form);
      // Where the author has put one, it may be that form's.
      if (form && inLines(form) && !found("")) put(form);
      const bare = found(":not([release])");
      // Includes are whole by themselves, but where their template is still one; what else they need has time (watch).
      if (bare || found(">template") || (!found("") && (form || (likely && !said.service)))) requestWidget(bare);
    } catch {
      requestWidget(); // not a selector: the deferred module says so
    }
  // An open shadow root to look into; something that is to be a button and is none.
  if (find("[data-council-root],[data-council-notice]:not([href],button)")) loadDeferredOnce();
  run();
};

// Scans a changed page, however large it is and however often it changes, in a twentieth of the time at most: the next scan
// waits twenty times as long as the last one took, up to what nobody notices.
let nextScan = 0;
let timer;
const scanThrottled = () => {
  const now = performance.now();
  clearTimeout(timer);
  // A timer may come a little early.
  if (now < nextScan && document.readyState != "loading") timer = setTimeout(scanThrottled, nextScan - now);
  else {
    scan();
    nextScan = now + Math.min(20 * (performance.now() - now), 100);
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
  roomSheet = keepRoom();
  if (needsDeferred || (!record && refusesByDefault())) loadDeferred();
  // Its own words are those of the default language.
  if (lang == langs[0]) begin();
  else loadDeferred().then(begin);
  scan();
  document.addEventListener("readystatechange", scan);
  // The visitor turns to an include. A form's fields may go by the names of its methods.
  for (const kind of ["pointerover", "focusin"])
    page.addEventListener(kind, ({ target }) => widgetRequest || (page.closest.call(target, "[release]") && requestWidget(1)));
  new MutationObserver(scanThrottled).observe(document, { childList: true, subtree: true });
  followHash();
};

// Where the page has put something of its own in place of what the browser has, the gate stays closed.
if (first)
  try {
    defineApi();
    // A page made ready in advance is not looked at: until it is, nobody is asked, nothing runs and nothing is fetched.
    if (document.prerendering == true) document.addEventListener("prerenderingchange", start);
    else start();
  } catch (error) {
    fail("start", error);
  }
