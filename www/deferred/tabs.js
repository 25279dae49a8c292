// One choice for every tab: each tells the others at once. A tab of another sub-domain sees it when it is next looked at
// (gate/change.js).

export const tabs = (gate) => {
  let channel;
  const hear = () => {
    try {
      channel = new BroadcastChannel("council-notice");
      // Told before the record is written: looked at when that is done.
      channel.onmessage = () => [50, 500].map((wait) => setTimeout(gate.sync, wait));
    } catch {} // Safari before 15.4 has none, Firefox refuses it with cookies switched off
  };
  hear();
  // A choice made while this module was on its way.
  if (gate.before !== gate.choice()) channel?.postMessage(0);
  // Into the back/forward cache and out again: Chromium and Firefox drop a page from it that is told something there.
  addEventListener("pagehide", () => (channel = channel?.close()));
  addEventListener("pageshow", (event) => event.persisted && hear());
  return { ended: () => channel?.postMessage(0) };
};
