// The gate: this folder, which `publish` bundles into council-notice.js, a classic script. What only some pages need is in
// steward/.
//
// It alone reads and writes the record of a choice (record.js), and it alone lets gated content run (gated.js). It asks
// with a first layer made at build time (bar.js), and loads the widget (WASM) only when something needs a face
// (widget.js). Whatever fails, it fails closed: nothing is granted, and a link to the static notice stays where the notice
// would be.
//
// `publish` puts the deployment's data in place of each DATA.<name>:
//   version, revision  of this build; of the cookie policy (a record of another revision is none)
//   known, asked       ids of the categories that can be refused, and how many of them, the first, need consent; the
//                      others are exempt: on until somebody objects
//   aliases            ids by the other names for them: {statistics: "analytics"}; an essential service is one of these
//   services           ids of the services in a category, by its id: {media: ["map", "video"]}
//   widget, wasm       file names beside this script
//   steward            likewise
//   langs, hash        languages, the default one first; what ends the names of index.<lang>.<hash>.json and, for all but the
//                      default, of words.<lang>.<hash>.json, which holds the next line
//   words              the banner's tree; the text of a link to a notice; ltr or rtl
//   css, places        first-layer.css; the filter described in places.js, in hexadecimal digits
//
// Nothing here acts before the last line of this file: a page may have two tags, and only one of them is the gate.
import { arrive, expose } from "./api.js";
import { ask } from "./bar.js";
import { follow, record, signal } from "./choice.js";
import { Notice, place } from "./element.js";
import { run } from "./gated.js";
import { fail } from "./page.js";
import { wanted } from "./places.js";
import { summon, watch } from "./steward.js";
import { first, kiosk, options } from "./tag.js";
import { need } from "./widget.js";
import { worded } from "./words.js";

const scan = () => {
  try {
    if (wanted && options.form) place(options.form);
  } catch (error) {
    options.form = ""; // not a selector: say so once
    fail("form", error);
  }
  run();
};

const begin = () => {
  ask();
  run();
  if (!record && signal()) summon(); // to say that it was heard
  // What the page's scripts store takes them its time.
  setTimeout(watch, 500);
  setTimeout(watch, 5000);
};

const start = () => {
  follow();
  worded(begin);
  customElements.define("council-notice", Notice);
  const audit = options.audit != null && location.search.includes("council-notice=audit");
  if (options.consentMode || options.recordUrl || audit) summon();
  scan();
  document.addEventListener("readystatechange", scan);
  new MutationObserver(scan).observe(document, { childList: true, subtree: true });
  arrive();
  if (kiosk || audit || (!options.service && wanted)) need();
};

if (first) {
  expose();
  // A page made ready in advance is not looked at: until it is, nobody is asked, nothing runs and nothing is fetched.
  if (document.prerendering) document.addEventListener("prerenderingchange", start);
  else start();
}
