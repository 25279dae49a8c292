// Measures the page for "Why we ask", and puts it where it is told (src/beside.rs): by itself it moves nothing of the page.
import { Map } from "./own.js";
import { OURS, box, boxed, chain, children, methods, outer, parent, style, windowHeight, windowWidth } from "./tree.js";
import { matchPage } from "./appearance.js";

// What nothing may cover, beside words.
const CONTROLS =
  "input, select, textarea, button, img, svg, iframe, video, audio, canvas, object, embed, meter, progress, hr, [contenteditable], [role=combobox], [role=textbox], council-notice";
// Elements of the page's own that hold nothing in its tree: what is seen of them is in their shadow.
const isLeaf = ({ localName, firstElementChild, textContent }) => localName.includes("-") && !firstElementChild && !textContent.trim();
// Whose text is no line of the page's.
const NO_LINES = "option, select, textarea, script, style, template, " + OURS;
// What a rule of the page for neighbours (`label + input`, `:last-child`) may change of an element that keeps its place.
const LOOKS = ["color", "backgroundColor", "boxShadow", "borderTopColor", "borderRadius", "fontWeight", "opacity"];
// What makes an element hold all that stands in it, beside a position of its own.
const HOLDS = /layout|paint|strict|content\b|auto,|transform|perspective|filter/;
const MOVES = ["transform", "translate", "scale", "rotate", "perspective", "filter", "backdropFilter"];
// How an element is displayed that has lines below each other.
const LINES = /^(block|flow-root|list-item|table-cell)$/;
// The colour of words that a picture fills.
const CLEAR = /^rgba.*, 0\)$|\/ 0\)$/;
// How much bigger than a field's own words a label is that is a heading: it makes no heading of the button.
const HEADING = 1.3;

const size = (element) => parseFloat(style(element).fontSize);
const edges = ({ left, top, right, bottom }) => [left, top, right, bottom];
// Whether anybody can see what is in it: not what is hidden, shrunk to a pixel, or put beyond the page's edge.
const isSeen = ({ width, height, right }) => width > 2 && height > 2 && right > 0;

const range = document.createRange();
const lines = (text) => {
  range.selectNodeContents(text);
  return [...range.getClientRects()].filter(isSeen);
};
const texts = (scope) => {
  const found = [];
  const walk = document.createTreeWalker(scope, 4);
  while (walk.nextNode()) if (!walk.currentNode.parentElement?.closest(NO_LINES)) found.push(walk.currentNode);
  return found;
};

// A line with what a style sheet adds at its end, where that is short: a star on what must be filled in.
const whole = ({ left, top, right, bottom }, of) => {
  const end = !/^(none|normal)$/.test(style(of, "::after").content) && /^inline/.test(style(of).display) && [...of.getClientRects()].pop();
  if (end && end.right - right < size(of) * 2) right = Math.max(right, end.right);
  if (end && left - end.left < size(of) * 2) left = Math.min(left, end.left);
  return { left, top, right, bottom };
};

// The last line of a label's words; nothing for a label that cannot be seen. Words beyond its edge are for screen readers alone.
const lastLine = (label) => {
  // Without a box of its own it is where its words are.
  const own = label && (style(label).display == "contents" ? { left: 0, right: windowWidth(), width: windowWidth(), height: windowHeight() } : box(label));
  if (!own || !isSeen(own) || style(label).visibility != "visible" || style(label).opacity == 0) return;
  for (const text of texts(label).reverse()) {
    const of = text.parentElement;
    const line = box(of).width > 2 && lines(text).findLast(({ left }) => left >= own.left - 2);
    if (!line) continue;
    // The button looks like the words, not like a star behind them.
    const words = /\p{L}/u.test(text.data) ? text : texts(label).findLast(({ data }) => /\p{L}/u.test(data));
    return [whole(line, of), (words || text).parentElement];
  }
};

// Moves an element so that a part of it begins at a point. In a page that is zoomed or scaled, a pixel of ours is none of the
// window's.
const move = (element, part, left, top) => {
  const now = box(part);
  const scale = box(element).width / element.offsetWidth || 1;
  element.style.left = (parseFloat(element.style.left) || 0) + (left - now.left) / scale + "px";
  element.style.top = (parseFloat(element.style.top) || 0) + (top - now.top) / scale + "px";
};

// Reasons that lie over the page, with what puts them into their place.
const lifted = new Map();
const follow = () => lifted.forEach((place, reason) => (reason.isConnected ? place() : lifted.delete(reason)));
addEventListener("scroll", follow, { capture: true, passive: true });

// Above the page, where the browser has a layer there: nothing of the page's cuts it off or lies over it.
const lift = (reason, isUp) => {
  lifted.delete(reason);
  if (!reason.showPopover) return;
  reason.popover = isUp ? "manual" : null;
  if (isUp && !reason.matches(":popover-open")) reason.showPopover();
};

export const beside = (gate) => {
  const parts = (host) => [".why", ".words", ".baseline", ".reason"].map((name) => host.shadowRoot.querySelector(name));

  // How the page's own elements stand within a form, and how the neighbours of a few of them look: alike before and after,
  // nothing has moved.
  gate.still = (scope, ...near) => {
    const own = (elements) => [...elements].filter((one) => !one.closest(OURS));
    const looks = (one) => LOOKS.map((name) => style(one)[name]);
    return JSON.stringify([
      own(scope.querySelectorAll("*")).map((one) => edges(box(one))),
      near.map((one) => own(parent(one) ? children(parent(one)) : []).map(looks)),
    ]);
  };

  // Whether an element of ours is drawn where it stands: an element of the page's that has places for a label and a control draws nothing
  // else. Of one that is not to be seen itself nothing can be said.
  gate.isDrawn = (host) => {
    const around = parent(host);
    const isSlotted = !around?.shadowRoot || host.assignedSlot;
    return !!isSlotted && (host.getClientRects().length > 0 || !around?.getClientRects().length);
  };

  // Whether an element of ours goes along with whatever scrolls around it: what nothing holds within a scroller stays where it is.
  gate.isCarried = (host) => {
    for (const one of chain(outer(host))) {
      const own = style(one);
      if (HOLDS.test([own.contain, own.contentVisibility, own.willChange]) || MOVES.some((name) => (own[name] || "none") != "none")) return true;
      if (own.position != "static" || one == document.documentElement) return true;
      const isPage = one == document.body && style(document.documentElement).overflowY == "visible";
      if (!isPage && /auto|scroll/.test(own.overflowX + own.overflowY)) return false;
    }
    return true;
  };

  // All words and controls of a form: the edges of each.
  gate.taken = (scope) => {
    const all = [...methods.querySelectorAll.call(scope, "*")];
    const controls = all.filter((one) => methods.matches.call(one, CONTROLS) || isLeaf(one)).map(box).filter(isSeen);
    return new Float64Array(texts(scope).flatMap(lines).concat(controls).flatMap(edges));
  };

  // Gives the button of a field the font and the colour of the words that it stands beside, and measures it: its own words;
  // the field; the label's last line, or nothing; the sides that it keeps within; whether the label is written from right to
  // left; how much lower a line of the label's size has its baseline. Nothing where neither label nor field can be seen.
  gate.around = (host, scope, field, label) => {
    const [button, words, baseline, reason] = parts(host);
    const [line, of] = lastLine(label) || [];
    const place = box(field);
    // In a row or a grid it would be an item: the page has turned its lines into one.
    if (host.dataset.flows && !LINES.test(style(parent(host)).display)) host.removeAttribute("data-flows");
    button.hidden = !line && !isSeen(place);
    // WebKit lays out a new shadow root once without its sheet, and then without its words: what is measured then is nowhere.
    if (button.hidden || style(button).position != "absolute" || !box(words).width) return new Float64Array();
    matchPage(host);
    const around = of || field.parentElement;
    const theirs = size(around);
    const own = Math.max(16, size(field));
    const { fontFamily, color } = style(around);
    Object.assign(button.style, { fontFamily, color: color == style(host).color || CLEAR.test(color) ? "" : color, fontSize: (theirs > own * HEADING ? own : theirs) + "px" });
    reason.style.fontFamily = fontFamily;
    button.removeAttribute("data-sign");
    let { left, right } = box(boxed(scope));
    if (right - left < 1) [left, right] = [0, windowWidth()];
    left = Math.max(left, 0);
    right = Math.min(right, document.documentElement.clientWidth);
    // What scrolls, or cuts off what reaches over its edge.
    for (const one of chain(outer(host)).slice(0, -1)) {
      if (one == scope) break;
      if (style(one).overflowX != "visible") {
        left = Math.max(left, box(one).left);
        right = Math.min(right, box(one).right);
      }
    }
    const words_ = box(words);
    const below = ((words_.bottom - box(baseline).bottom) / size(button)) * (theirs - size(button));
    return new Float64Array([...edges(words_), ...edges(place), left, right, style(around).direction == "rtl", of ? below : 0, ...(line ? edges(line) : [])]);
  };

  // Moves the button so that its words, or the sign in their place, begin at a point; and its reason below it, where that lies
  // over the page.
  gate.stand = (host, scope, field, left, top, isSign) => {
    const [button, words, , reason] = parts(host);
    // A browser translates what stands in the page's own tree, and nothing in a shadow tree.
    if (reason.textContent != host.textContent) Object.assign(reason, { textContent: host.textContent, lang: "", dir: "auto" });
    button.toggleAttribute("data-sign", isSign);
    move(button, isSign ? button : words, left, top);
    const isOver = host.dataset.open == "over";
    lift(reason, isOver);
    if (!isOver) return Object.assign(reason.style, { left: "", top: "", maxWidth: "" });
    const place = () => {
      const [room, of] = [box(boxed(scope)), box(field)];
      reason.style.maxWidth = `min(60ch, 100vw - 16px, ${Math.max(room.width, 200)}px)`;
      const end = Math.min(room.right, document.documentElement.clientWidth - 8);
      const left = Math.max(Math.min(box(button).left, end - box(reason).width), room.left, 0);
      move(reason, reason, left, Math.max(box(button).bottom, of.height < 120 ? of.bottom : 0) + 4);
    };
    place();
    lifted.set(reason, place); // an element of the page's may scroll beneath it
  };
};
