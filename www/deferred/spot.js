// Where the notice of a form can stand: as the form's first child, or before it where the form has no line for it, where it
// would change how the page's own elements look, where it would be squeezed, or where the form would lie over it or be cut off.
import { OURS, box, boxed, chain, methods, parent, parentNode, style } from "./tree.js";

// The properties that a page's rule for the first child, or for every second, may change. Not their margins: those are
// room, and the notice has its own.
const LOOKS = ["display", "position", "visibility", "float", "color", "backgroundColor", "boxShadow", "borderTopColor", "borderTopWidth", "borderRadius", "fontWeight", "opacity"];
// How many elements at the beginning of the form are compared.
const MANY = 100;
// In pixels: a width below which a notice cannot be read, its approximate height before it is drawn, and by how much close
// neighbours may overlap.
const NARROW = 240;
const HIGH = 400;
const CLOSE = 8;
// As card.css has it, before that is there.
const WHOLE = "display:block;flex:none;align-self:stretch;grid-column:1/-1;inline-size:0;min-inline-size:100%;break-inside:avoid;min-block-size:";
const SOLID = "input, select, textarea, button, label, legend";

const { contains, insertBefore, prepend, querySelectorAll, removeChild } = methods; // a form's fields may go by these names
const isTable = (element) => /^(table|thead|tbody|tfoot|tr)$/.test(element?.localName);
const isRow = ({ display, flexDirection, flexWrap, webkitBoxOrient }) =>
  /flex/.test(display) ? /row/.test(flexDirection) && flexWrap == "nowrap" : /-box/.test(display) && webkitBoxOrient != "vertical";

// Whether an element has no line above its children: it sets them in one row, each in an area of its own, as a table, or from the
// end to the beginning.
const isFull = (element) => {
  const own = style(element);
  const { display, flexDirection, flexWrap, gridTemplateAreas, gridAutoFlow } = own;
  if (isRow(own) || /table(?!-cell)/.test(display)) return true;
  if (/flex/.test(display)) return /reverse/.test(flexDirection + flexWrap);
  return /grid/.test(display) && (gridTemplateAreas != "none" || /column/.test(gridAutoFlow));
};
// In columns there is none above all of them.
const isColumned = (element) => style(element).columnCount + style(element).columnWidth != "autoauto";

// Puts a notice in, and says whether anything of the form looks otherwise with it.
const changes = (form, put) => {
  const own = [...querySelectorAll.call(form, "*")].filter((one) => !one.closest(OURS)).slice(0, MANY);
  const looks = () => own.map((one) => LOOKS.map((name) => style(one)[name]).join()).join();
  const before = looks();
  put();
  return looks() != before;
};

// What a form stands in, and itself.
const around = (form) => chain(boxed(form)).filter((one) => one != document.body && one != document.documentElement);

// Those that cut off their end, or have it lie over what comes next.
const short = (form) =>
  around(form).filter((one) => {
    if (!one.clientHeight || one.scrollHeight <= one.clientHeight + 1) return false;
    const { overflowY } = style(one);
    if (overflowY != "visible") return /hidden|clip/.test(overflowY);
    let next = one.nextElementSibling;
    while (next && (!box(next).height || /absolute|fixed/.test(style(next).position))) next = next.nextElementSibling;
    return next && box(next).top < box(one).top + one.scrollHeight - CLOSE;
  });

const isOver = (one, other) =>
  one.left < other.right - CLOSE && other.left < one.right - CLOSE && one.top < other.bottom - CLOSE && other.top < one.bottom - CLOSE;

// Whether a notice that stands in or before a form has a line there that it can be read in, lies over nothing of the form, and
// leaves room for it. `were` had no room before.
export const fits = (form, notice, were) => {
  const place = boxed(notice.parentElement);
  const was = notice.style.cssText;
  notice.style.cssText = was + ";" + WHOLE + HIGH + "px";
  // By now the page may have a scroll bar.
  const { paddingLeft, paddingRight } = style(place);
  const room = place.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
  const own = box(notice);
  const width = notice.offsetWidth;
  const isWide = width >= room - 2 && (width >= NARROW || !(parent(place)?.clientWidth > place.offsetWidth * 1.5));
  const theirs = [...querySelectorAll.call(form, SOLID)].filter((one) => !one.closest(OURS));
  const isFree = !theirs.some((one) => isOver(box(one), own)) && short(form).every((one) => were.includes(one));
  notice.style.cssText = was;
  return isWide && isFree;
};

// Of a form that is not to be seen nothing can be said.
export const isSeen = (form) => boxed(form).clientWidth > 0;

// Puts a notice into its form, as its first child, or before it: as near as it has a place.
export const fit = (form, notice) => {
  if (contains.call(form, notice)) removeChild.call(notice.parentNode, notice);
  const were = short(form);
  const own = boxed(form);
  const isWithin = !isTable(parent(form)) && !isFull(own) && !isColumned(own) && !changes(form, () => prepend.call(form, notice));
  if (isWithin && (!isSeen(form) || fits(form, notice, were))) return;
  // The parser takes the fields out of a form between the parts of a table.
  const from = isTable(parent(form)) ? parent(form).closest("table") : form;
  const spots = [];
  for (let one = from; parent(one) && one != document.body; one = parent(one)) if (!isFull(boxed(parent(one)))) spots.push(one);
  const before = (spot) => insertBefore.call(parentNode(spot), notice, spot);
  const stand = (spot) => (before(spot), fits(form, notice, were));
  if (!(isSeen(form) && spots.some(stand))) before(spots[0] || from);
};
