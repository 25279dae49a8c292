// In an include of the cookie bar, right behind it: shows the bar to whoever has made no choice, before the gate is there.
// It grants nothing and keeps nothing. `publish` bundles it with the record's own rule, and publishes its hash.
//   revision, optional, consentCount, services, accepted, refused   as in gate/main.js
import { parse } from "../gate/record.js";

// Where the gate was quicker its own bar stands before this one.
const bar = [...document.querySelectorAll("council-notice-cookies")].pop();
const tag = document.querySelector('script[src*="council-notice.js"]');
let pressed, record;
try {
  record = parse(document.cookie);
} catch {} // a sandboxed frame keeps none

// Taken over already; where the parser was within it, a second banner stands behind the gate's.
if (!bar?.hidden) bar?.shadowRoot.querySelectorAll("[part=banner]")[1]?.remove();
else if (self.CouncilNotice) bar.parentNode.removeChild(bar);
else if (!record && !navigator.globalPrivacyControl) {
  bar.hidden = false;
  // What is pressed before the gate can hear it is pressed again when it can. Without a gate nobody would ever answer.
  bar.addEventListener("click", (event) => (pressed = !self.CouncilNotice && event.composedPath()[0]));
  const settle = () => {
    if (!self.CouncilNotice) bar.hidden = true;
    else if (pressed) pressed.click();
  };
  for (const [target, kind] of [[tag, "load"], [tag, "error"], [self, "load"]]) target?.addEventListener(kind, settle);
}
