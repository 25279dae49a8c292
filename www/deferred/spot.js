// Where the notice of a form can stand: as the form's first child, or before it where the form has no line for it, where it
// would change how the page's own elements look, or where it would be squeezed.

const OURS = "council-notice, council-notice-why";
// What a rule of the page for the first of its children, or every second, may change of them. Not their margins: those are
// room, and the notice has its own.
const LOOKS = ["display", "color", "backgroundColor", "boxShadow", "borderTopColor", "borderTopWidth", "borderRadius", "fontWeight", "opacity"];
// Of so many elements, at the form's beginning.
const MANY = 100;
// Pixels that a notice cannot be read in.
const NARROW = 240;
// As card.css has it, before that is there.
const WHOLE = "display:block;flex:none;align-self:stretch;grid-column:1/-1;column-span:all;inline-size:0;min-inline-size:100%";

const { contains, querySelectorAll } = Element.prototype; // a form's fields may go by these names
const style = (element) => getComputedStyle(element);
const isTable = (element) => /^(table|thead|tbody|tfoot|tr)$/.test(element?.localName);
const isRow = ({ display, flexDirection, flexWrap }) => /flex/.test(display) && /row/.test(flexDirection) && flexWrap == "nowrap";

// Whether a form has no line above its fields: it sets its children in one row, each in an area of its own, in columns, from the
// end to the beginning, or is none to see, for the parser takes its fields out of a form between the parts of a table.
export const isFull = (form) => {
  const own = style(form);
  const { display, flexDirection, flexWrap, gridTemplateAreas, gridAutoFlow, columnCount, columnWidth } = own;
  if (isRow(own) || isTable(form.parentNode) || /table/.test(display) || columnCount + columnWidth != "autoauto") return true;
  if (/flex/.test(display)) return /reverse/.test(flexDirection + flexWrap);
  return /grid/.test(display) && (gridTemplateAreas != "none" || /column/.test(gridAutoFlow));
};

// What has room for a line before it: the form, or what around it stands in a row itself.
export const row = (form) => {
  let spot = isTable(form.parentNode) ? form.parentNode.closest("table") : form;
  while (spot.parentElement && spot.parentElement != document.body && isRow(style(spot.parentElement))) spot = spot.parentElement;
  return spot;
};

// Puts a notice in, and says whether anything of the form looks otherwise with it.
export const changes = (form, notice, put) => {
  const own = [...querySelectorAll.call(form, "*")].filter((one) => !one.closest(OURS)).slice(0, MANY);
  const looks = () => own.map((one) => LOOKS.map((name) => style(one)[name]).join()).join();
  if (contains.call(form, notice)) Element.prototype.removeChild.call(form, notice);
  const before = looks();
  put();
  return looks() != before;
};

// Whether a form gives less than a line to the notice in it, or one that nobody can read in while there is room around it. Of a
// form that is not to be seen nothing can be said.
export const squeezes = (form, notice) => {
  const { paddingLeft, paddingRight } = style(form);
  const room = form.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
  const was = notice.style.cssText;
  notice.style.cssText = was + ";" + WHOLE;
  const width = notice.offsetWidth;
  notice.style.cssText = was;
  if (!form.clientWidth || !width) return false;
  return width < room - 2 || (width < NARROW && row(form) == form && form.parentElement.clientWidth > form.offsetWidth * 1.5);
};
