// What several features here ask of the page's tree, and of where its elements stand.

// Our own elements among a form's.
export const OURS = "council-notice, council-notice-why";

// All that match in the page, by way of <html> as `find` (gate/page.js).
export const findAll = (selector) => document.documentElement?.querySelectorAll(selector) || [];

export const style = (element, of) => getComputedStyle(element, of);
export const box = (element) => element.getBoundingClientRect();

// What an element says of itself, where a form's fields may go by the name of it: <input name="children">.
const own = (owner, name) => {
  const { get } = Object.getOwnPropertyDescriptor(owner.prototype, name);
  return (element) => get.call(element);
};
export const parentNode = own(Node, "parentNode");
export const parent = own(Node, "parentElement");
export const children = own(Element, "children");

// What an element is drawn in: the slot that it is put into, its parent, or the host of its shadow tree.
export const outer = (element) => element.assignedSlot || parent(element) || element.getRootNode().host;

// An element and all that it is drawn in, from the inside out.
export const chain = (element) => (element ? [element, ...chain(outer(element))] : []);

// The element whose box an element's children stand in: one with `display: contents` has none.
export const boxed = (element) => chain(element).find((one) => style(one).display != "contents") || element;
