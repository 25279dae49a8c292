// Matches our elements to the page around them: light or dark where the page does not say so, its font where it sets that on single
// elements, and the room above.
import { find } from "../gate/page.js";
import { Set } from "./own.js";
import { keepWithinReach } from "./reach.js";
import { box, chain, methods, outer, style, windowHeight, windowWidth } from "./tree.js";
import { colourFilter } from "./colour-filter.js";

// What browsers compute where no style sheet names a font.
const UNSET = ['"Times New Roman"', "serif", "Times", "-webkit-standard", '"DejaVu Serif"'];
// Light on which black and white can be read alike.
const MIDDLE = 0.179;
// The contrast below which no page writes: its words stand on something else.
const UNREADABLE = 3;
// Pixels between the card and what stands above it.
const ABOVE = 16;

const COLOUR = /(?:rgba?|oklab|oklch|lab|lch|color)\([^)]*\)/g;

// How light a colour is, from 0 to 1; nothing for one that shows what is behind it. A browser computes rgb() of what is within
// sRGB and leaves the rest as it was written.
const light = (colour) => {
  const [space, one, two, three, alpha = 1] = colour.replace(/color\(\S+/, "whole(").match(/^\w+|-?[\d.]+(?:e-?\d+)?/g) || [];
  if (alpha < 0.5 || three == null) return;
  if (/^ok/.test(space)) return one ** 3;
  if (/^l/.test(space)) return ((+one + 16) / 116) ** 3;
  const [red, green, blue] = [one, two, three].map((part) => (space == "whole" ? part : part / 255) ** 2.2);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

// The same of a gradient that is dark or light throughout.
const shade = (image) => {
  const lights = /gradient\(/.test(image) && !/url\(/.test(image) ? (image.match(COLOUR) || []).map(light) : [];
  if (lights[0] != null && lights.every((one) => one != null && one < MIDDLE == lights[0] < MIDDLE)) return lights[0];
};

const contrast = (one, other) => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
const word = (isDark) => (isDark ? "dark" : "light");

// Whether an element and what it stands on is dark; nothing where none of it says. The body's colour fills the window, also
// below its end.
const ground = (element) => {
  const words = light(style(element || document.body).color) ?? 0;
  let isPicture = false;
  for (const one of [...chain(element), document.body]) {
    const { backgroundColor, backgroundImage } = style(one);
    const behind = shade(backgroundImage) ?? light(backgroundColor);
    // Whatever is in a picture, words can be read on it.
    isPicture ||= backgroundImage != "none" && shade(backgroundImage) == null;
    if (behind != null) return word(isPicture && contrast(words, behind) < UNREADABLE ? words > MIDDLE : behind < MIDDLE);
  }
  return contrast(words, 1) < UNREADABLE ? "dark" : "";
};

// Whether the page is dark as a whole, by what is seen at its two edges; nothing where they differ.
const around = () => {
  const [first, ...rest] = [0.25, 0.5, 0.75].flatMap((down) => [2, windowWidth() - 20].map((left) => ground(document.elementFromPoint(left, windowHeight() * down))));
  return rest.every((one) => one == first) ? first : "";
};

// The font of the page's words, where the element inherits none that the page has chosen.
const font = (element) => {
  const family = (one) => style(one).fontFamily;
  if (!outer(element) || !UNSET.includes(family(outer(element)))) return "";
  const around = element.closest("form, main, body");
  // A form's fields may go by the names of its methods.
  const words = around && methods.querySelector.call(around, "label, legend, p, h1, h2");
  return words ? family(words) : "system-ui";
};

// What is missing between an element and what stands above it, where the page has left no margin there.
const above = (element) => {
  const isThere = (one) => box(one).height > 0 && !/absolute|fixed/.test(style(one).position) && style(one).float == "none";
  for (const one of chain(element)) {
    let before = one.previousElementSibling;
    while (before && !isThere(before)) before = before.previousElementSibling;
    const gap = before && box(element).top - box(before).bottom;
    if (before) return gap > -1 && gap < ABOVE - 4 ? ABOVE - gap + "px" : "";
  }
  return "";
};

// Gives an element of ours the page's light or dark, and its font. The page's `color-scheme` is inherited; what is seen behind
// the element is right where the two differ.
export const matchPage = (element) => {
  element.style.setProperty("--scheme", ground(outer(element)));
  element.style.setProperty("--turned", colourFilter(true));
  // What stands there from the first paint keeps its letters and its place: nothing of it moves.
  if (!element.hasAttribute("release")) element.style.setProperty("--page-font", font(element));
};

// Keeps those on the page matched to it, also when it changes: with the visitor's system, by a mark on anything around them, by
// another style sheet, at once or slowly.
export const appearance = (gate) => {
  const all = new Set();
  // What the bar shows; its colours are the gate's, by the scheme that is set here.
  const bar = () => {
    const host = find("council-notice-cookies");
    const section = host?.shadowRoot?.lastElementChild;
    if (section) Object.assign(section.style, { colorScheme: around(), filter: colourFilter(host.popover == "manual") });
  };
  let due;
  const matchAll = () => {
    due = 0;
    for (const element of all)
      if (element.isConnected) follow(element);
      else all.delete(element);
    bar();
  };
  const later = () => (due ||= requestAnimationFrame(matchAll));
  const observer = new MutationObserver(later);
  const watched = new WeakSet();
  const watch = (one) => {
    if (one && !watched.has(one)) observer.observe(one, { attributes: true });
    if (one) watched.add(one);
  };
  const follow = (element) => {
    chain(outer(element)).forEach(watch);
    matchPage(element);
  };
  gate.matchPage = (element) => {
    // A page that stays all day and changes its address all day is not to keep what it has shown.
    for (const one of all) if (!one.isConnected) all.delete(one);
    all.add(element);
    follow(element);
    if (element.localName != "council-notice") return;
    keepWithinReach(element);
    if (!element.hasAttribute("release")) {
      element.style.setProperty("--above", "");
      element.style.setProperty("--above", above(element));
    }
  };
  gate.matchBar = bar;
  self.matchMedia?.("(prefers-color-scheme: dark)")?.addEventListener?.("change", matchAll);
  for (const one of [document.documentElement, document.body]) watch(one);
  if (document.head) observer.observe(document.head, { attributes: true, childList: true, characterData: true, subtree: true });
  document.addEventListener("load", ({ target }) => target.localName == "link" && later(), true);
  for (const name of ["transitionend", "animationend"])
    document.addEventListener(name, ({ propertyName = "colour" }) => /colo|background|filter|all/.test(propertyName) && later(), true);
};
