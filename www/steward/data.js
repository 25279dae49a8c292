// What `publish` knows and the steward needs: written into the bundle from the same Rust types as everything else.
//   css      frame.css
//   signals  the category that each signal of Consent Mode follows
//   words    by language: {frame: [what waits, show once, always], dir: ltr or rtl}
export const { css: CSS, signals: SIGNALS, words: WORDS } = __DATA__;
