// <council-notice>: a notice's place on the page, with a link in it until the widget shows the card; or with the card in it
// from the start, an include, which the widget takes over.
import { build } from "./build.js";
import { untilFree } from "./hydration.js";
import { isWhole, untilWanted, untilWhole } from "./include.js";
import { findAll, scrolledTop, windowHeight } from "./tree.js";
import { withWidget } from "./widget.js";

// Gives back the room kept for a card that may not come, without moving what is being read: where that stands below, the
// page is scrolled by as much, as far as it can be.
const shrink = (slot) => {
  if (!slot?.style.minHeight) return;
  const { bottom } = slot.getBoundingClientRect();
  const before = slot.offsetHeight;
  slot.style.minHeight = "";
  if (bottom >= windowHeight()) return;
  const given = before - slot.offsetHeight;
  const kept = given - Math.min(given, scrolledTop());
  if (kept > 0) slot.style.minHeight = slot.offsetHeight + kept + "px";
  scrollBy({ top: kept - given, behavior: "instant" });
};

export const giveBack = () => {
  for (const { shadowRoot } of findAll("council-notice")) {
    shrink(shadowRoot?.querySelector("slot"));
    const ahead = shadowRoot?.querySelector(".ahead");
    ahead?.parentNode.removeChild(ahead);
  }
};

// Says whether nothing that is seen stands below the element: there something may come in late.
const unseenBelow = (element) => element.getBoundingClientRect().top >= windowHeight();

export const define = (gate) => {
  // Those whose room was given back before this was here.
  const late = new WeakSet(gate.height ? [] : findAll("council-notice"));
  class Notice extends HTMLElement {
    connectedCallback() {
      if (this.isShut) return;
      if (this.hasAttribute("release") && !isWhole(this)) {
        // Once for however many changes.
        this.parsed ||= untilWhole(this).then(() => this.connectedCallback());
        return;
      }
      if (!this.shadowRoot) {
        const template = this.querySelector(":scope>template");
        const root = this.attachShadow({ mode: "open" });
        // An include that an older browser has parsed, or that a script has put in.
        if (template) root.append(this.removeChild(template).content);
        else {
          // Shows what the element has inside until the widget's card takes its place, and goes on keeping the room that
          // the gate has kept.
          const slot = build(["slot", {}]);
          slot.style = `display:block;min-height:${gate.height || 0}`;
          root.append(slot);
        }
        // A page may see to it that every root is closed. The link that stands inside shows.
        this.isShut = !this.shadowRoot;
        if (this.isShut) {
          if (!template) root.replaceChildren(build(["slot", {}]));
          return gate.fail("notice", "the page closes every shadow root");
        }
      }
      // One call for many changes, and none before they are all done: a move is a removal and an insertion.
      // The widget itself knows what it shows already.
      if (this.due) return;
      this.due = 1;
      const use = (exports) => {
        this.due = 0;
        this.live = 1;
        if (this.isConnected) exports.mount(this, this.shadowRoot);
        else exports.unmount(this);
      };
      const spare = () => (this.due = 0);
      const ifUnseen = (exports) => {
        if (unseenBelow(this)) use(exports);
      };
      const waits = this.hasAttribute("release") && !this.live;
      const ready = waits ? untilWanted(gate, this) : this.getAttribute("service") ? Promise.resolve() : gate.decided;
      ready.then(() => untilFree(this)).then(() => withWidget(gate, late.delete(this) ? ifUnseen : use, spare, ifUnseen));
    }
    disconnectedCallback() {
      this.connectedCallback();
    }
    attributeChangedCallback() {
      this.connectedCallback();
    }
  }
  Notice.observedAttributes = ["service", "part", "audience", "for"];
  customElements.define("council-notice", Notice);
};
