// Loads the page of a shared screen again when it has no widget, usually for want of a network: nobody is there to do it.
//
// Firefox and WebKit remember for the page's life that a module could not be loaded, so the whole page is loaded again: once
// everything that it lacked can be had, and while nobody is at the screen. Without the widget nothing is wiped, so this also
// serves as the wipe.

const INTERVAL = 15000;

export const restart = (gate) => {
  if (!gate.options.kiosk) return;
  // As long as for a wipe, in milliseconds.
  const idle = 1000 * gate.options.kiosk;
  let touched = -idle;
  for (const kind of ["pointerdown", "keydown", "input"])
    addEventListener(kind, ({ isTrusted }) => isTrusted && (touched = performance.now()), true);

  // Whether it was out of reach for a while. What is there and fails all the same would fail again.
  let missed = performance.getEntriesByType("navigation")[0]?.type != "reload";
  let failed;
  // What lies damaged in the browser's cache is replaced by the way.
  const there = (file) => fetch(gate.files + file, { cache: "reload" }).then(({ ok, headers }) => ok && !/html/.test(headers.get("Content-Type")), () => false);
  const look = async () => {
    if (!failed || document.documentElement.dataset.councilNoticeKiosk) return;
    const found = await Promise.all([gate.index, DATA.widget, DATA.wasm].map(there));
    if (found.includes(false)) missed = true;
    else if (missed && performance.now() - touched >= idle) location.reload();
  };
  document.addEventListener("council-notice:error", ({ detail }) => {
    if (detail.stage != "widget") return;
    failed = true;
    look();
  });
  addEventListener("online", look);
  setInterval(look, INTERVAL);
};
