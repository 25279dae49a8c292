// What several features here ask of the page's tree, and of where its elements stand.

// Our own elements among a form's.
export const OURS = "council-notice, council-notice-why";

// All that match in the page, by way of <html> as `find` (gate/page.js).
export const findAll = (selector) => document.documentElement?.querySelectorAll(selector) || [];

export const style = (element, of) => getComputedStyle(element, of);
export const box = (element) => element.getBoundingClientRect();

// The methods of every element, where a form's fields may go by their names: <input name="prepend">. By way of <html>, for a page may
// have an `Element` of its own.
export const methods = Object.getPrototypeOf(document.documentElement);

// What an element says of itself, likewise: <input name="children">.
const own = (name, owner = methods) => {
  const { get } = Object.getOwnPropertyDescriptor(owner, name) || {};
  return get ? (element) => get.call(element) : own(name, Object.getPrototypeOf(owner));
};
export const parentNode = own("parentNode");
export const parent = own("parentElement");
export const children = own("children");

// What an element is drawn in: the slot that it is put into, its parent, or the host of its shadow tree.
export const outer = (element) => element.assignedSlot || parent(element) || element.getRootNode().host;

// An element and all that it is drawn in, from the inside out.
export const chain = (element) => (element ? [element, ...chain(outer(element))] : []);

// The element whose box an element's children stand in: one with `display: contents` has none.
export const boxed = (element) => chain(element).find((one) => style(one).display != "contents") || element;

// How large the window is and how far it is scrolled, as the browser says. A page may have variables by these names.
const view = (name, otherwise) => () => {
  const { get } = Object.getOwnPropertyDescriptor(self, name) || {};
  return get ? get.call(self) : (document.scrollingElement || document.documentElement)[otherwise];
};
export const windowHeight = view("innerHeight", "clientHeight");
export const windowWidth = view("innerWidth", "clientWidth");
export const scrolledLeft = view("scrollX", "scrollLeft");
export const scrolledTop = view("scrollY", "scrollTop");
