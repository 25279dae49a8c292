// Stands in for the deferred module.
export const told = {
  cookies: DATA.cookies,
  css: DATA.css,
  guardian: DATA.guardian,
  idle: DATA.idle,
  items: DATA.items,
  kinds: DATA.kinds,
  langs: DATA.langs,
  months: DATA.months,
  placements: DATA.placements,
  receipt: DATA.receipt,
  signals: DATA.signals,
  sums: DATA.sums,
  wasm: DATA.wasm,
  widget: DATA.widget,
  words: DATA.words,
};
