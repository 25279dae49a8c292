// What every part of the gate does to the page: makes elements, dresses them, tells what happened.
export const page = document.documentElement;

// By way of <html>: <img name="querySelector"> takes the place of the document's own, and of no element's. There is none while a
// page opens itself anew.
export const find = (selector) => document.documentElement?.querySelector(selector);
export const tell = (name, detail) => {
  try {
    document.dispatchEvent(new CustomEvent("council-notice:" + name, { detail }));
  } catch {} // a name on the page in its place: nobody is told, and all goes on
};

// Whether markup is in lines, as people and their templates write it. A framework's is not, and the framework may be about to
// take it over (deferred/hydration.js).
export const inLines = (element) => /\n\s*</.test(element.innerHTML);

// For whoever builds the page, a line in the console as well.
export const fail = (stage, message) => {
  self.console?.warn?.("council-notice:" + stage, message); // a page may have a console of its own
  tell("error", { stage, message: "" + message });
};

// [tag, attributes, ...children] → element. Never innerHTML: Trusted Types refuse it. The widget's trees have more in them
// (deferred/build.js).
export const build = ([tag, attributes, ...children]) => {
  const element = document.createElement(tag);
  for (const name in attributes) element.setAttribute(name, attributes[name]);
  for (const child of children) element.append(child.map ? build(child) : child);
  return element;
};

// A style sheet that every security policy allows. Safari before 16.4 has none, and shows things plain.
export const dress = (root, css) => {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    return sheet;
  } catch {}
};
