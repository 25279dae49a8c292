// Google's Consent Mode v2, before any tag manager: everything that needs consent is denied until a choice says otherwise,
// what is exempt from it stands until somebody objects, and a choice that was made before is said at once. The build puts
// the site's data in place of each DATA.<name> and makes it the fragment consent-mode.html; later choices are told by the
// deferred module (www/deferred/consent-mode.js).
//   revision, accepted, refused   as in gate/main.js
//   consent, exempt    the categories that need consent and those that do not, each with its services behind it
//   signals            the category that each signal follows
const consent = DATA.consent;
const exempt = DATA.exempt;
const signals = DATA.signals;
const layer = (window.dataLayer = window.dataLayer || []);
// Google's tags know a command by its being an `arguments` object.
function say() {
  layer.push(arguments);
}
const state = (ids) => {
  const state = { security_storage: "granted" };
  for (const signal in signals) state[signal] = ids.includes(signals[signal]) ? "granted" : "denied";
  return state;
};
// What the record allows. This is the gate's own test (gate/record.js), in fewer bytes: written again, the record must be
// what was read. Both are tried with the same strings (tests/pages/records.rs).
const allowed = () => {
  try {
    const [, text, twice] = ("; " + document.cookie).split("; council_notice=");
    const [, , time, number, list] = text.split(/[.;]/);
    const has = (id) => list.split("~").includes(id);
    const ids = [...consent, ...exempt].flatMap(([id, ...own]) => (has(id) || (own[0] && own.every(has)) ? id : own.filter(has)));
    const again = [1, DATA.revision, time >>> 0, number >>> 0, ids.join("~") || 0].join(".");
    const life = consent.flat().includes(ids[0]) ? DATA.accepted : DATA.refused;
    if (twice == null && (text + ";").startsWith(again + ";") && Math.floor((Date.now() / 1000 - time) / life) == 0) return ids;
  } catch {} // none, or a sandboxed frame
};
const chosen = allowed();
say("consent", "default", state(chosen || navigator.globalPrivacyControl ? [] : exempt.flat()));
if (chosen?.[0]) say("consent", "update", state(chosen));
