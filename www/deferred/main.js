// The deferred module: what the gate needs on some pages only. `publish` bundles this folder into one hashed file a language,
// deferred.<lang>.<hash>.js.
//
// The gate imports it (gate/deferred.js) when the page has a notice, a choice is made, a frame waits for leave, something
// besides our record is stored, or the tag asks for what only this module does; a page with none of that never loads it. The
// record of the choice is read and written in the gate alone, but for what an endpoint's late reply does to it
// (receipt.js). Where this module cannot be had, the gate tells `council-notice:error` with the stage "deferred"; what
// waits goes on waiting, links stand in for notices, and what a withdrawal takes back is taken back all the same.
//
// Each idea has a file, which exports one function. It is given the `gate` (the object that the widget gets too) and
// answers with nothing, when this page has no use for it, or with an object of any of these:
//   choice(before, after)  at each change of the choice, before any content runs that it allows; a choice is the frozen
//                          record {revision, time, id, categories}, or null where there is none (yet, or any more)
//   ended()                the record is about to change or to go
//   look()                 after the gate has been over the page: at each change of its content or of the choice
// A choice that stood when the page began is not a change: read `gate.choice()` when the function is called. One that was
// made while the module was on its way is told as a change as soon as it is here.
//
// The gate hands over
//   the members of `CouncilNotice`, `base` (address of our files), `lang`, `known` (ids of all categories that can be refused)
//   said                                                     the tag's attributes, for options.js alone
//   make(time, id, ids), write(text, domain)                 the record with its text and its seconds; its cookie
//   save(ids), granted(), sync()                             saves a choice; the ids allowed now; looks at the record again
//   show(section)                                            puts one section into the bar; without one, the bar goes
//   near(), address(id, part), height, words, index          for notices: see gate/place.js and gate/places.js
//   own                                                      the notice that the gate or placed.js has put into its form
//   once                                                     the frames shown without a choice
//   before, here                                             the choice that stood when the page began; whether the present
//                                                            one was made on this page, undefined where it was not
//   focused                                                  what had focus in the bar when it went; whoever takes the focus on
//                                                            sets it to null
// and gets back, for the widget's sake, `options`, `build`, `tell`, `fail`, `fetchJson`, `wanted` and `summon`. The widget adds
//   notices                                                  versions by id of the notices that the page has shown
//
// An idea that throws stops neither the gate nor the ideas behind it.
//
// `publish` puts in place of each DATA.<name>:
//   css          frame.css
//   receipt      file of what every receipt says alike
//   items        what the policy declares: [id of the category or service, kind, name pattern], …
//   signals      the category that each signal of Consent Mode follows
//   placements   file of the rows that placements.js reads
//   widget, wasm file names beside the gate
//   words        {bar: what the gate says, as in gate/main.js, but for the default language; frame: [what waits, show once,
//                always]; said: tree of the line after a choice; left: what could not be removed; dir: ltr or rtl; receipt: its
//                words by name}
import { build, fail, tell } from "../gate/page.js";
import { consentMode } from "./consent-mode.js";
import { define, giveBack } from "./element.js";
import { frames } from "./frames.js";
import { openers } from "./openers.js";
import { options } from "./options.js";
import { placed } from "./placed.js";
import { receipt } from "./receipt.js";
import { restart } from "./restart.js";
import { says } from "./says.js";
import { stored } from "./stored.js";
import { tabs } from "./tabs.js";
import { fetchJson } from "./wait.js";
import { need, reset } from "./widget.js";

// In the order that they are told of a choice: first whoever must speak before content does.
const IDEAS = [consentMode, tabs, says, frames, stored, receipt, placed, restart];
// Stages of errors after which a card will not come.
const NO_CARD = ["widget", "notice", "placements"];

export const start = (gate) => {
  let { before } = gate;
  Object.assign(gate, {
    build,
    tell,
    fail(stage, error) {
      fail(stage, error?.message || error);
      if (NO_CARD.includes(stage)) giveBack();
    },
    fetchJson: (name) => fetchJson(gate.base + name),
    summon: () => deferred.look(),
    words: DATA.words.bar || gate.words,
  });
  gate.options = options(gate);
  const careful = (act) => {
    try {
      return act();
    } catch (error) {
      gate.fail("deferred", error);
    }
  };
  const ideas = IDEAS.map((idea) => careful(() => idea(gate))).filter(Boolean);
  const all = (act, ...given) => ideas.forEach((idea) => careful(() => idea[act]?.(...given)));
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
    ...openers(gate),
  };
  deferred.choice();
  define(gate);
  const audit = gate.options.audit && location.search.includes("council-notice=audit");
  if (gate.options.kiosk || audit) need(gate, () => {});
  return deferred;
};
