// In front of every script: looks through open shadow roots as a person does through the page.
const deep = (selector, root = document) => {
  const found = [];
  const visit = (within) => {
    for (const element of within.querySelectorAll("*")) {
      if (element.matches(selector)) found.push(element);
      if (element.shadowRoot) visit(element.shadowRoot);
    }
  };
  visit(root);
  return found;
};
const shown = (selector) => deep(selector).filter((element) => element.checkVisibility({ visibilityProperty: true }));
const active = () => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
};
// Everything a person can read, shadow roots included, closed dialogs not.
const words = () => {
  const text = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeType !== Node.ELEMENT_NODE) return "";
    if (["SCRIPT", "STYLE", "TEMPLATE", "NOSCRIPT"].includes(node.tagName)) return "";
    if (node !== document.body && getComputedStyle(node).display === "none") return "";
    const children = node.shadowRoot ? node.shadowRoot.childNodes : node.tagName === "SLOT" ? node.assignedNodes({ flatten: true }) : node.childNodes;
    const inner = [...(children.length || node.tagName !== "SLOT" ? children : node.childNodes)].map(text).join("");
    return getComputedStyle(node).display.startsWith("inline") ? inner : ` ${inner} `;
  };
  return text(document.body).replace(/\s+/g, " ").trim();
};
