// A card that grows beyond the beginning of what scrolls is out of reach: a form in the middle of a window that it does not fit into.
// There the card scrolls within itself. And where its form is wider than what is seen of it, it is not.
import { box, chain, outer, style } from "./tree.js";

// Pixels that are left of it, at least; that it has in the window without being scrolled to, else it is as wide as that; and beside it.
const LEAST = 200;
const READABLE = 280;
const BESIDE = 16;

// Pixels of an element's upper end that nobody can scroll to.
const lost = (element) => {
  const { top } = box(element);
  for (const one of chain(outer(element))) {
    if (style(one).position == "fixed") return -Math.min(top, 0);
    if (one != document.body && one != document.documentElement && style(one).overflowY != "visible") return box(one).top - top - one.scrollTop;
  }
  return -(top + scrollY);
};

// Pixels from an element's beginning to where something cuts it off: what it stands in, or the window, with as much room there as at the
// beginning.
const free = (element) => {
  const { left, right } = box(element);
  const wide = document.documentElement.clientWidth;
  const isBack = style(outer(element)).direction == "rtl";
  const begin = isBack ? wide - right - scrollX : left + scrollX;
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
