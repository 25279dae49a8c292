// The steward: what the gate needs on some pages only. `publish` bundles this folder into one hashed file, steward.<hash>.js.
//
// The gate imports it (gate/steward.js) when a choice is made, a frame waits for leave, something besides our record is
// stored, or the tag asks for consent mode or evidence; a page with none of that never loads it. The record of the choice
// is read and written in the gate alone, but for what an endpoint's late reply does to it (receipt.js). If the steward
// cannot be had, the gate tells `council-notice:error` with the stage "steward", and what waits goes on waiting.
//
// Each idea has a file, which exports one function. It is given the `gate` (the object that the widget gets too) and
// answers with nothing, when this page has no use for it, or with an object of any of these:
//   choice(before, after)  at each change of the choice, before any content runs that it allows; a choice is the frozen
//                          record {revision, time, id, categories}, or null where there is none (yet, or any more)
//   look()                 after the gate has been over the page: at each change of its content or of the choice
// A choice that stood when the page began is not a change: read `gate.choice()` when the function is called. One that was
// made while the steward was on its way is told as a change as soon as it is here.
// Beside what the widget uses, the gate offers
//   make(time, id, ids) the record with its text and its seconds, as gate/record.js does
//   bake(text, domain) writes its cookie
//   before             the choice that stood when the page began
//   here               whether the choice was made on this page; undefined after one made elsewhere
//   known              the ids of all categories that can be refused
//   notices            versions by id of the notices that the page has shown, from the widget; undefined before the first
//   focused            what had focus in the bar when it went; whoever takes the focus on sets it to null
//   granted()          the ids that are allowed now: a choice's, or those of the exempt footing
//   release(element)   shows a frame or an image, this once
//   show(section)      puts one section into the bar; without one, the bar goes
// An idea that throws stops neither the gate nor the ideas behind it.
//
// `publish` puts in place of each DATA.<name>:
//   css      frame.css
//   face     files of the widget
//   receipt  file of what every receipt says alike
//   items    what the policy declares: [id of the category or service, kind, name pattern], …
//   signals  the category that each signal of Consent Mode follows
//   words    by language: {frame: [what waits, show once, always], said: tree of the line after a choice, left: what could
//            not be removed, dir: ltr or rtl, receipt: its words by name}
import { consentMode } from "./consent-mode.js";
import { frames } from "./frames.js";
import { receipt } from "./receipt.js";
import { restart } from "./restart.js";
import { says } from "./says.js";
import { stored } from "./stored.js";

// In the order that they are told of a choice: first whoever must speak before content does.
const IDEAS = [consentMode, says, frames, stored, receipt, restart];

export const start = (gate) => {
  let { before } = gate;
  const careful = (act) => {
    try {
      return act();
    } catch (error) {
      gate.fail("steward", error);
    }
  };
  const ideas = IDEAS.map((idea) => careful(() => idea(gate))).filter(Boolean);
  const steward = {
    choice() {
      const after = gate.choice();
      if (after === before) return;
      const was = before;
      before = after;
      for (const idea of ideas) careful(() => idea.choice?.(was, after));
    },
    look() {
      for (const idea of ideas) careful(() => idea.look?.());
    },
  };
  steward.choice();
  return steward;
};
