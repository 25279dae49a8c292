// A card that grows beyond the beginning of what scrolls is out of reach: a form in the middle of a window that it does not fit into.
// There the card scrolls within itself.
import { box, chain, outer, style } from "./tree.js";

// Pixels that are left of it, at least.
const LEAST = 200;

// Pixels of an element's upper end that nobody can scroll to.
const lost = (element) => {
  const { top } = box(element);
  for (const one of chain(outer(element))) {
    if (style(one).position == "fixed") return -Math.min(top, 0);
    if (one != document.body && one != document.documentElement && style(one).overflowY != "visible") return box(one).top - top - one.scrollTop;
  }
  return -(top + scrollY);
};

const seen = new Set();
const settle = () => {
  for (const element of seen) {
    if (!element.isConnected) {
      seen.delete(element);
      continue;
    }
    element.style.removeProperty("--most");
    const card = element.shadowRoot?.querySelector("[part=notice]");
    const over = card && lost(element);
    // What is in the middle grows to both sides.
    if (over > 1) element.style.setProperty("--most", Math.max(card.offsetHeight - 2 * over - 16, LEAST) + "px");
  }
};
const later = () => requestAnimationFrame(settle);
addEventListener("resize", later);

// Keeps the element within reach from now on: when the window changes its size, and when the card does by itself or at a click.
// A page that observes sizes up to <html> would hear of these changes too late, which browsers report as its uncaught error.
export const keepWithinReach = (element) => {
  seen.add(element);
  for (const kind of ["toggle", "click"]) element.shadowRoot?.addEventListener(kind, later, true);
  for (const wait of [0, 300, 1000, 3000]) setTimeout(later, wait);
};
