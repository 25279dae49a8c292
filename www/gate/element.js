// <council-notice>: a notice's place on the page, with a link in it until the widget shows the card.
import { build } from "./page.js";
import { base, options } from "./tag.js";
import { need } from "./widget.js";
import { fallback } from "./words.js";

export const address = (id = options.service, part = options.part) =>
  base + "notices/" + (id ? id + "/" : "") + (part ? "#part-" + part : "");

// In a new tab, for the form may be half filled in; Safari refuses one so late after the click.
export const visit = (address) => open(address) || location.assign(address);

// Puts a notice at the top of a form, once.
export const place = (selector, attributes) => {
  const form = document.querySelector(selector);
  if (form && !form.querySelector("council-notice")) {
    const notice = build(["council-notice", attributes, ["a", { href: address() }, fallback]]);
    form.prepend(notice);
    return notice;
  }
};

export class Notice extends HTMLElement {
  connectedCallback() {
    if (!this.shadowRoot) {
      // Shows what the element has inside until the widget's card takes its place. Before the first paint, what
      // stands below is kept out of sight meanwhile: what has not been seen does not jump.
      const slot = build(["slot", {}]);
      slot.style = `display:block;min-height:${performance.getEntriesByType("paint")[0] ? 20 : 99}vh`;
      this.attachShadow({ mode: "open" }).append(slot);
    }
    // One call for many changes, and none before they are all done: a move is a removal and an insertion.
    // The widget itself knows what it shows already.
    if (!this.due)
      need((face) => {
        this.due = 0;
        if (this.isConnected) face.mount(this, this.shadowRoot);
        else face.unmount(this);
      });
    this.due = 1;
  }
  disconnectedCallback() {
    this.connectedCallback();
  }
  attributeChangedCallback() {
    this.connectedCallback();
  }
}

Notice.observedAttributes = ["service", "part", "audience"];
