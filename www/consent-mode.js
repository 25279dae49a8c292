// Google's Consent Mode v2, before any tag manager: everything that needs consent is denied until a choice says otherwise,
// what is exempt from it stands until somebody objects, and a choice that was made before is said at once. `publish` puts the deployment's data in place of the free name and makes it the fragment
// consent-mode.html; later choices are told by the steward (www/steward/consent-mode.js).
//   revision           as in gate/main.js
//   consent, known     ids that a record may hold, of categories and services: those that need consent, and all
//   signals            the category that each signal follows
(() => {
  const { revision, consent, known, signals } = __DATA__;
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
  // What the record allows; nothing is said of a choice by whatever the gate would not take as its own record.
  const allowed = () => {
    try {
      const [, record, twice] = ("; " + document.cookie).split("; council_notice=");
      const [, of, time, list] = /^1\.(\d+)\.(\d{1,10})\.\d{1,10}\.([\w~-]+)$/.exec(record.split(";")[0]);
      const ids = list == "0" ? [] : list.split("~");
      const age = Date.now() / 1000 - time;
      const life = 15768000 * (ids.some((id) => consent.includes(id)) ? 2 : 1);
      const ours = of == revision && twice == null && new Set(ids).size == ids.length && ids.every((id) => known.includes(id));
      if (ours && age >= 0 && age < life) return ids;
    } catch {} // none, or a sandboxed frame
  };
  const chosen = allowed();
  const exempt = known.filter((id) => !consent.includes(id));
  say("consent", "default", state(chosen || navigator.globalPrivacyControl ? [] : exempt));
  if (chosen?.[0]) say("consent", "update", state(chosen));
})();
