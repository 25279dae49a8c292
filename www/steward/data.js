// What `publish` knows and the steward needs: written into the bundle from the same Rust types as everything else.
//   css      frame.css
//   receipt  file of what every receipt says alike
//   items    what the policy declares: [id of the category or service, kind, name pattern], …
//   signals  the category that each signal of Consent Mode follows
//   words    by language: {frame: [what waits, show once, always], said: tree of the line after a choice, left: what could
//            not be removed, dir: ltr or rtl,
//            receipt: its words by name}
export const { css: CSS, items: ITEMS, receipt: RECEIPT, signals: SIGNALS, words: WORDS } = __DATA__;
