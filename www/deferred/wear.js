// How the page around ours looks: light or dark where it does not say so, and its font where it sets that on single elements.

// What browsers compute where no style sheet names a font.
const UNSET = ['"Times New Roman"', "serif", "Times", "-webkit-standard", '"DejaVu Serif"'];

// Whether white can be read better than black on a colour; nothing for one that shows what is behind it. A browser computes
// rgb() of what is within sRGB and leaves the rest as it was written.
const isDark = (colour) => {
  const [space, one, two, three, alpha = 1] = colour.replace("color(srgb", "srgb(").match(/^\w+|-?[\d.]+(?:e-?\d+)?/g) || [];
  if (alpha < 0.5 || three == null) return;
  if (/^ok/.test(space)) return one < 0.564;
  if (/^l/.test(space)) return one < 49.4;
  // A gamma of 2 is near enough for a yes or no.
  const [red, green, blue] = [one, two, three].map((part) => (space == "srgb" ? part : part / 255) ** 2);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 0.21;
};

const outer = (element) => element.parentElement || element.getRootNode().host;

// Whether an element and what it stands on is dark; nothing where none of it has a colour of its own.
const ground = (element) => {
  const colours = [];
  for (let one = element; one; one = outer(one)) colours.push(one);
  // The body's colour fills the window, also below its end.
  const dark = [...colours, document.body].map((one) => isDark(getComputedStyle(one).backgroundColor)).find((dark) => dark != null);
  if (dark != null) return dark ? "dark" : "light";
  // Only pictures, or nothing: light words stand on something dark.
  return isDark(getComputedStyle(element || document.body).color) == false ? "dark" : "";
};
const behind = (element) => ground(outer(element));

// Whether the page is dark as a whole, by what is seen at its two edges; nothing where they differ.
const around = () => {
  const [first, ...rest] = [0.25, 0.5, 0.75].flatMap((down) => [2, innerWidth - 20].map((left) => ground(document.elementFromPoint(left, innerHeight * down))));
  return rest.every((one) => one == first) ? first : "";
};

// The font of the page's words, where the element inherits none that the page has chosen.
const font = (element) => {
  const family = (one) => getComputedStyle(one).fontFamily;
  if (!outer(element) || !UNSET.includes(family(outer(element)))) return "";
  const around = element.closest("form, main, body");
  // A form's fields may go by the names of its methods.
  const words = around && Element.prototype.querySelector.call(around, "label, legend, p, h1, h2");
  return words ? family(words) : "system-ui";
};

// Gives an element of ours the page's light or dark, and its font. The page's `color-scheme` is inherited; what is seen behind
// the element is right where the two differ.
export const wear = (element) => {
  element.style.setProperty("--scheme", behind(element));
  // What stands there from the first paint keeps its letters: nothing of it moves.
  if (!element.hasAttribute("release")) element.style.setProperty("--page-font", font(element));
};

// Those on the page wear what it does, also when it turns: with the visitor's system, or by a mark on its root or body.
export const wears = (gate) => {
  const all = new Set();
  // What the bar shows; its colours are the gate's, by the scheme that is set here.
  const bar = (section = document.querySelector("council-notice-cookies")?.shadowRoot?.lastElementChild) => {
    if (section) section.style.colorScheme = around();
  };
  const again = () => {
    for (const element of all)
      if (element.isConnected) wear(element);
      else all.delete(element);
    bar();
  };
  gate.wear = (element) => {
    all.add(element);
    wear(element);
  };
  gate.wearBar = bar;
  matchMedia("(prefers-color-scheme: dark)").addEventListener?.("change", again);
  const observer = new MutationObserver(again);
  for (const one of [document.documentElement, document.body]) if (one) observer.observe(one, { attributes: true });
};
