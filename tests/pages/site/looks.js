// How a page stands while it loads, four times a second: [milliseconds, whether the form is there, whether the gate is, answers of the
// card, frames drawn]; and when what is marked with `elementtiming` was drawn, where the browser tells.
window.__looks = [];
let frames = 0;
const count = () => (frames++, requestAnimationFrame(count));
count();
const answers = () => document.querySelector("council-notice")?.shadowRoot?.querySelectorAll(".answer").length ?? 0;
const looks = setInterval(() => {
  __looks.push([Math.round(performance.now()), !!document.querySelector("#details"), typeof CouncilNotice === "object", answers(), frames]);
}, 250);
addEventListener("load", () => clearInterval(looks));
try {
  new PerformanceObserver((list) => { window.__drawn ??= list.getEntries()[0].renderTime; }).observe({ type: "element", buffered: true });
} catch {
  // Only Chromium tells.
}
