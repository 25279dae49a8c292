// The deferred module: what the gate needs on some pages only. The build makes this folder one hashed file a language,
// deferred.<lang>.<hash>.js.
//
// The gate imports it (gate/deferred.js) when the page has a notice, a choice is made, a frame waits for leave, something
// besides our record is stored, or the tag asks for what only this module does; a page with none of that never loads it. The
// record of the choice is read and written in the gate alone, but for what an endpoint's late reply does to it
// (receipt.js). Where this module cannot be had, the gate tells `council-notice:error` with the stage "deferred"; what
// waits goes on waiting, links stand in for notices, and what a withdrawal takes back is taken back all the same.
//
// Each feature has a file, which exports one function. It is given the `gate` (the object that the widget gets too) and
// answers with nothing, when this page has no use for it, or with an object of any of these:
//   choice(before, after)  at each change of the choice, before any content runs that it allows; a choice is the frozen
//                          record {revision, time, id, categories}, or null where there is none (yet, or any more)
//   ended()                the record is about to change or to go
//   look()                 after the gate has been over the page: at each change of its content or of the choice
// A choice that stood when the page began is not a change: read `gate.choice()` when the function is called. One that was
// made while the module was on its way is told as a change as soon as it is here.
//
// The gate hands over
//   the members of `CouncilNotice`, `home` and `files` (addresses: of our pages, and of what has a hash in its name), `lang`,
//   `optional` (ids of all categories that can be refused)
//   said                                                     the tag's attributes, for options.js alone
//   coversAll(categories, ids), run()                         whether ids hold all that is named; goes over gated content again
//   roots                                                    where gated content may be (roots.js)
//   writer, written                                          what stands in for document.write; what it was given (document-write.js)
//   make(time, id, ids), write(text, domain)                 the record with its text and its seconds; its cookie
//   save(ids), granted(), sync()                             saves a choice; the ids allowed now; looks at the record again
//   show(section)                                            puts one section into the bar; without one, the bar goes
//   mayHaveNotice(), address(id, part), height, words        for notices: see gate/placement-filter.js and gate/place.js
//   release                                                  what ends the names of its files, and an include of this release carries
//   own                                                      the notice that the gate or notice-position.js has put into its form
//   once                                                     the frames shown without a choice
//   before, here                                             the choice that stood when the page began; whether the present
//                                                            one was made on this page, undefined where it was not
//   focused                                                  what had focus in the bar when it went; whoever takes the focus on
//                                                            sets it to null
// and gets back, for the widget's sake, `options`, `index`, `build`, `tell`, `fail`, `fetchJson`, `checkedModule`, `wanted`, `formOf`,
// `summon`, and what beside.js and appearance.js say; for the features here `text`, the words of the language that the page is in now, and
// `first`, the bar's in the default language. The widget adds
//   notices                                                  versions by id of the notices that the page has shown
//
// A feature that throws stops neither the gate nor the features behind it.
//
// The build of a site puts in place of each DATA.<name>, of a list or an object only once:
//   css          frame.css
//   cookies      folder of the page of the cookie policy, in notices/
//   receipt      file of what every receipt says alike
//   months       for how many a choice holds: after one that allows nothing which needs consent, and after one that does
//   idle         the least seconds that a kiosk may wait before it is wiped
//   guardian     what data-guardian may say
//   kinds        where something may be stored: cookie, …
//   items        what the policy declares: [id of the category or service, kind, name pattern], …
//   signals      the category that each signal of Consent Mode follows
//   placements   how many files of rows placements.js reads, and what ends their names
//   sums         file of the hashes of what is fetched, and its own: pinned.js
//   langs        every language, the default one first
//   widget, wasm file names
//   words        {bar: what the gate says, as in gate/main.js, but for the default language; frame: [what waits, show once,
//                always]; said: tree of the line after a choice; left: what could not be removed; ran: what has run already, and how to load the page again; dir: ltr or rtl; receipt: its
//                words by name}
import { fail, tell } from "../gate/page.js";
import { beside } from "./beside.js";
import { build } from "./build.js";
import { consentMode } from "./consent-mode.js";
import { words } from "./data.js";
import { define, giveBack } from "./element.js";
import { frames } from "./frames.js";
import { gatedMistakes } from "./gated-mistakes.js";
import { language } from "./language.js";
import { actionButtons } from "./action-buttons.js";
import { media } from "./media.js";
import { openers } from "./openers.js";
import { begin as hydration } from "./hydration.js";
import { options } from "./options.js";
import { checkedModule, checks } from "./pinned.js";
import { noticePosition } from "./notice-position.js";
import { receipt } from "./receipt.js";
import { restart } from "./restart.js";
import { room } from "./room.js";
import { shadows } from "./roots.js";
import { confirmation } from "./confirmation.js";
import { stored } from "./stored.js";
import { tabs } from "./tabs.js";
import { fetchJson } from "./wait.js";
import { appearance } from "./appearance.js";
import { reset, values, withWidget } from "./widget.js";
import { documentWrite } from "./document-write.js";

// For the module of another language (language.js).
export { words };

// In the order that they are told of a choice: first those that must act before gated content runs.
const FEATURES = [
  appearance, beside, consentMode, tabs, shadows, confirmation, frames, media, documentWrite, gatedMistakes, actionButtons, stored,
  receipt, noticePosition, language, restart, room,
];
// Stages of errors after which a card will not come.
const NO_CARD = ["widget", "notice", "placements"];

export const start = (gate, api, optional, home, files, lang, said, make, write, save, granted, coversAll, sync, show, mayHaveNotice, address, release) => {
  let { before } = gate;
  Object.assign(gate, api, { optional, home, files, lang, said, make, write, save, granted, coversAll, sync, show, mayHaveNotice, address, release }, {
    index: `index.${lang}.${release}.json`,
    build,
    tell,
    fail(stage, error) {
      fail(stage, error?.message || error);
      if (NO_CARD.includes(stage)) giveBack();
    },
    fetchJson: (name) => fetchJson(gate.files + name, checks(gate, name)),
    checkedModule: (bundle) => checkedModule(gate, bundle),
    summon: () => deferred.look(),
    words: words.bar || gate.words,
    text: words,
    first: gate.words,
  });
  gate.options = options(gate);
  hydration();
  // Reports what a feature throws, for the others to go on.
  const guarded = (act) => {
    try {
      return act();
    } catch (error) {
      gate.fail("deferred", error);
    }
  };
  const features = FEATURES.map((feature) => guarded(() => feature(gate))).filter(Boolean);
  const all = (act, ...given) => features.forEach((feature) => guarded(() => feature[act]?.(...given)));
  const deferred = {
    choice() {
      const after = gate.choice();
      if (after === before) return;
      const was = before;
      before = after;
      all("choice", was, after);
    },
    ended: () => all("ended"),
    look: () => all("look"),
    reset,
    values,
    ...openers(gate),
  };
  deferred.choice();
  define(gate);
  const audit = gate.options.audit && location.search.includes("council-notice=audit");
  if (gate.options.kiosk || audit) withWidget(gate, () => {});
  return deferred;
};
