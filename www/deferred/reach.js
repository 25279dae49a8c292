// Keeps the card reachable: in a form centred in a short window, the card's top would lie above what can be scrolled to, so it
// scrolls within itself. Where its form is wider than what is seen of it, the card is only as wide as that.
import { Set } from "./own.js";
import { box, chain, outer, scrolledLeft, scrolledTop, style } from "./tree.js";

// Pixels that a card keeps in height and in width, however little of it can be reached.
const LEAST = 200;
// Pixels of the window's width from which on a card wider than the window is made as wide as that.
const READABLE = 280;
// Pixels that stay free beside a card made as wide as the window, where as many are free at its beginning.
const BESIDE = 16;

// Pixels of an element's upper end that nobody can scroll to.
const lost = (element) => {
  const { top } = box(element);
  for (const one of chain(outer(element))) {
    if (style(one).position == "fixed") return -Math.min(top, 0);
    if (one != document.body && one != document.documentElement && style(one).overflowY != "visible") return box(one).top - top - one.scrollTop;
  }
  return -(top + scrolledTop());
};

// Pixels from an element's beginning to where something cuts it off: what it stands in, or the window, with as much room there as at the
// beginning.
const free = (element) => {
  const { left, right } = box(element);
  const wide = document.documentElement.clientWidth;
  const isBack = style(outer(element)).direction == "rtl";
  const begin = isBack ? wide - right - scrolledLeft() : left + scrolledLeft();
  const cuts = chain(outer(element)).filter((one) => one.clientWidth && /hidden|clip/.test(style(one).overflowX));
  const edges = cuts.map((one) => (isBack ? right - box(one).left - one.clientLeft : box(one).left + one.clientLeft + one.clientWidth - left));
  const inWindow = wide - begin - Math.min(Math.max(begin, 0), BESIDE);
  if (begin + right - left > wide + 1 && inWindow >= READABLE) edges.push(inWindow);
  return Math.min(...edges);
};

const seen = new Set();
const settle = () => {
  for (const element of seen) {
    if (!element.isConnected) {
      seen.delete(element);
      continue;
    }
    element.style.removeProperty("--most");
    element.style.removeProperty("--widest");
    // In a page that is zoomed or scaled, a pixel of ours is none of the window's.
    const most = (free(element) * element.offsetWidth) / box(element).width;
    if (most < element.offsetWidth - 1 && most >= LEAST) element.style.setProperty("--widest", Math.floor(most) + "px");
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
