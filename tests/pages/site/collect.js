// The page's first script: keeps what went wrong, what was told, what ran and what moved.
(() => {
  "use strict";
  const seen = (window.__seen = { errors: [], events: [], refused: [], ran: [], shift: 0 });
  const say = (value) => (value && (value.stack || value.message)) || String(value);
  addEventListener("error", (event) => event instanceof ErrorEvent && seen.errors.push(`uncaught ${event.message} ${event.filename}:${event.lineno}`));
  addEventListener("unhandledrejection", (event) => seen.errors.push(`unhandled ${say(event.reason)}`));
  addEventListener("securitypolicyviolation", (event) => seen.refused.push(`${event.effectiveDirective} ${event.blockedURI}`));
  for (const name of ["choice", "notice", "guardian", "reset", "undeclared", "error"]) {
    document.addEventListener(`council-notice:${name}`, (event) => seen.events.push({ name, detail: plain(event.detail) }));
  }
  try {
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => !entry.hadRecentInput && (seen.shift += entry.value))).observe({ type: "layout-shift", buffered: true });
  } catch {
    // Only Chromium measures shifts.
  }
  function plain(detail) {
    try {
      return JSON.parse(JSON.stringify(detail === undefined ? null : detail));
    } catch {
      return String(detail);
    }
  }
})();
