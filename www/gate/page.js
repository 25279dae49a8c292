// What every part of the gate does to the page: makes elements, tells what happened, fetches.
import { base, page } from "./tag.js";

export const tell = (name, detail) =>
  document.dispatchEvent(new CustomEvent("council-notice:" + name, { detail }));

export const fail = (stage, message) => {
  tell("error", { stage, message: "" + message });
  // The room kept for what now may not come.
  for (const { shadowRoot } of document.querySelectorAll("council-notice")) shadowRoot?.firstChild.removeAttribute("style");
};

// [tag, attributes, ...children] → element, `xmlns` for a drawing. Never innerHTML: Trusted Types refuse it.
export const build = ([tag, attributes = {}, ...children], parent = page) => {
  const element = document.createElementNS(attributes.xmlns || parent.namespaceURI, tag);
  for (const name in attributes) if (attributes[name]) element.setAttribute(name, attributes[name]);
  element.append(...children.map((child) => (child.map ? build(child, element) : child)));
  return element;
};

export const fetchJson = (name) => fetch(base + name).then((got) => got.json());
