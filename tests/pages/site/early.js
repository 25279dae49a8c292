// Keeps how the page stands before the gate is there: its bars, how many of them are seen, whether the gate is there. A driver
// waits for all of the page. Presses the button that the address names, or has it focused.
addEventListener("DOMContentLoaded", () =>
  requestAnimationFrame(() => {
    const bars = [...document.querySelectorAll("council-notice-cookies")];
    const sections = bars.map((bar) => bar.shadowRoot.querySelector("section")).filter((one) => one.checkVisibility());
    window.__early = [bars.length, sections.length, Boolean(window.CouncilNotice)];
    window.__bar = sections[0];
    window.__place = JSON.stringify(__bar?.getBoundingClientRect());
    for (const [act, part] of new URLSearchParams(location.search)) __bar?.querySelector(`[part=${part}]`)[act]();
  }),
);
