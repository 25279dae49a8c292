// Room for the cookie bar where the gate's own, below <body>, does not help: a page that scrolls within an element of its own,
// and what the page itself holds at the window's lower edge. While the bar is there, what scrolls ends above it, and what is held
// there stands above it: both stay within reach.
//
// By animations that stand still. They touch no attribute, so that no framework and no observer of the page's meets them, and
// are taken back without a trace.

import { dress, find } from "../gate/page.js";
import { Map, Set } from "./own.js";
import { box, chain, outer, style, windowHeight, windowWidth } from "./tree.js";
import { isTyping } from "./typing.js";

// What holds more of the window's height than this is a column or the whole page, and gets shorter; less is lifted.
const TALL = 0.5;
// Distance in pixels of the points at which the page is searched behind the bar: no target is smaller (WCAG 2.5.8).
const APART = 24;
// Milliseconds after a change of the page, for pages that change all the time.
const LATER = 300;

const isOurs = (element) => element.localName.startsWith("council-notice");

// Whether a dialog keeps the page from being used.
const isCovered = () => {
  try {
    return find("dialog:modal");
  } catch {} // a browser that does not know the word
};

// All that lies at a point, also within open shadow roots.
const under = (root, x, y, found = []) => {
  for (const one of root.elementsFromPoint(x, y))
    if (!found.includes(one) && !isOurs(one)) {
      found.push(one);
      if (one.shadowRoot) under(one.shadowRoot, x, y, found);
    }
  return found;
};

// Whether the page scrolls as a whole, without the gate's room.
const scrolls = () => {
  const { documentElement: page, body } = document;
  const how = style(page).overflowY == "visible" ? style(body) : style(page);
  return !/hidden|clip/.test(how.overflowY) && page.scrollHeight - windowHeight() > parseFloat(style(body).marginBottom) + 1;
};

// Whether an element stays where it is in the window, wherever the page is scrolled to.
const stays = (element) => {
  for (const one of chain(element)) {
    if (style(one).position == "fixed") return true;
    const around = outer(one);
    if (around && around != document.body && around != document.documentElement && /auto|scroll/.test(style(around).overflowY)) return false;
  }
  return !scrolls();
};

export const room = (gate) => {
  const held = new Map(); // by element
  const known = new WeakSet();
  const raised = new WeakSet();
  let bar, due, line;

  const free = () => {
    for (const animation of held.values()) animation.cancel();
    held.clear();
  };
  const hold = (element, name, value, composite) => {
    const frames = [{ [name]: value }, { [name]: value }];
    try {
      const animation = element.animate(frames, { duration: 1, fill: "forwards", composite });
      animation.finish();
      held.set(element, animation);
    } catch {} // an old browser has none of it, and a library something of its own
  };

  const put = (element) => {
    const { position, bottom, overflowY, boxSizing, paddingTop, paddingBottom, borderTopWidth, borderBottomWidth } = style(element);
    const place = box(element);
    const over = place.bottom - line;
    // What has no size of its own only holds others at the edge; moved, it would hold them elsewhere.
    if (over <= 0.5 || !place.width || !place.height || held.has(element)) return;
    if (place.height < windowHeight() * TALL) {
      if (position == "fixed") hold(element, "translate", `0 ${-over}px`, "add");
      else if (position == "sticky" && bottom != "auto") hold(element, "bottom", over + "px", "add");
      return;
    }
    // What ends with the window; what scrolls may end below it.
    const ends = place.top > -1 && place.bottom > windowHeight() - 1 && (place.bottom < windowHeight() + 1 || /auto|scroll/.test(overflowY));
    if (!ends || !stays(element)) return;
    const edges = boxSizing == "border-box" ? 0 : [paddingTop, paddingBottom, borderTopWidth, borderBottomWidth].reduce((sum, one) => sum + parseFloat(one), 0);
    hold(element, "maxHeight", Math.max(line - place.top - edges, 0) + "px", "replace");
  };

  // Above what has come to lie over it, once for each: layers above the page are in the order that they were opened in, and strips of
  // one `z-index` in the page's. What goes at a click beside it, as menus do, may lie there.
  const raise = ({ left, top, width, height }) => {
    const over = document.elementFromPoint(left + width / 2, top + height / 2);
    const isPassing = over?.closest("[popover]") && over.closest("[popover]").popover != "manual";
    if (!over || isOurs(over) || isPassing || document.fullscreenElement || raised.has(over)) return;
    raised.add(over);
    const focused = bar.shadowRoot.activeElement;
    if (bar.hidePopover) {
      bar.hidePopover();
      bar.showPopover();
    } else document.documentElement.append(bar);
    focused?.focus({ preventScroll: true });
  };

  // Below <body>, where a rule of the page has more weight than the gate's.
  let below;
  const keepBelow = (height) => {
    // A page may have put its own sheets in the place of all there were.
    if (height && !document.adoptedStyleSheets?.includes?.(below)) below = dress(document, "");
    below?.replaceSync(height ? `:root:root:root body{margin-bottom:${height}px!important}` : "");
  };

  const shown = () => bar?.isConnected && bar.shadowRoot?.lastElementChild;
  const stepAside = () => {
    const section = shown();
    const isAside = isTyping();
    if (!section || isAside == (section.style.display == "none")) return;
    section.style.display = isAside ? "none" : "";
    gate.show(section); // the gate's room goes and comes with it
    place();
  };

  const place = () => {
    due = 0;
    const section = shown();
    const { top, height } = (section && box(section)) || {};
    const now = height && style(section).position == "fixed" ? top : 0;
    if (now != line) free();
    if (now != line) keepBelow(0);
    line = now;
    if (line && parseFloat(style(document.body).marginBottom) < height) keepBelow(height + 8);
    if (!line || isCovered()) return;
    raise(box(section));
    const all = new Set(); // those around an element before it
    for (let across = 4; across < windowWidth(); across += APART)
      for (let down = height - 1; down > 0; down -= APART)
        for (const one of under(document, across, top + down)) {
          if (all.has(one)) continue;
          for (const it of chain(one).slice(0, -1).reverse()) all.add(it);
        }
    all.forEach(put);
  };
  const later = () => (due ||= setTimeout(place, LATER));

  addEventListener("resize", later);
  for (const kind of ["focusin", "focusout", "resize"]) addEventListener(kind, () => requestAnimationFrame(stepAside));
  addEventListener("toggle", later, true);
  addEventListener("beforeprint", free);
  addEventListener("afterprint", () => (line = 0) || later());
  return {
    look() {
      bar = find("council-notice-cookies") || bar;
      if (bar?.shadowRoot && !known.has(bar)) {
        known.add(bar);
        // Another section, of another height.
        const begin = () => {
          gate.matchBar();
          requestAnimationFrame(place);
        };
        new MutationObserver(begin).observe(bar.shadowRoot, { childList: true });
        begin();
      }
      // What is held is let go of with the bar.
      if (bar) bar.isConnected ? later() : place();
    },
  };
};
