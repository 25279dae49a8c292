// What every part of the gate does to the page: makes elements, dresses them, tells what happened.
export const page = document.documentElement;

export const tell = (name, detail) =>
  document.dispatchEvent(new CustomEvent("council-notice:" + name, { detail }));

export const fail = (stage, message) => tell("error", { stage, message: "" + message });

// [tag, attributes, ...children] → element, `xmlns` for a drawing. Never innerHTML: Trusted Types refuse it.
export const build = ([tag, attributes = {}, ...children], parent = page) => {
  const element = document.createElementNS(attributes.xmlns || parent.namespaceURI, tag);
  for (const name in attributes) if (attributes[name]) element.setAttribute(name, attributes[name]);
  element.append(...children.map((child) => (child.map ? build(child, element) : child)));
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
