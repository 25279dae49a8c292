// Timers that a trial can hold, as a browser holds those of a page that nobody sees.
const own = setInterval;
window.__still = false;
window.setInterval = (act, ...rest) => own(() => window.__still || act(), ...rest);
