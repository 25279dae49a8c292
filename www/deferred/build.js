// Trees into elements, as in gate/page.js, with all that the widget's have: drawings (`xmlns`), and attributes that may be
// missing. What is deeper than any of ours comes from a damaged file, and could be more than a browser can lay out.
const DEEPEST = 100;

export const build = ([tag, attributes = {}, ...children], parent = document.documentElement, depth = 0) => {
  if (depth > DEEPEST) throw new RangeError("no tree of ours is as deep");
  const element = document.createElementNS(attributes.xmlns || parent.namespaceURI, tag);
  for (const [name, value] of Object.entries(attributes)) if (value) element.setAttribute(name, value);
  for (const child of children) element.append(child.map ? build(child, element, depth + 1) : child);
  return element;
};
