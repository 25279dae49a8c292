// Where gated content may be, and forms: in the page, and in the open shadow roots that it has named, by `data-council-root` on
// their host.
import { findAll } from "./tree.js";

const HOST = "[data-council-root]";
// The gate itself sees what comes into the page; here, what is changed there, and whatever happens in the roots.
// Milliseconds after which an element that has yet to make its root is looked at again: nothing tells of that.
const WAITS = [50, 500, 2000, 5000, 15000];
const CHANGES = { subtree: true, attributeFilter: ["data-category", "data-src", "data-council-src"] };

let roots = [];

const inRoot = (root, selector) => [...(root == document ? findAll(selector) : root.querySelectorAll(selector))];

// All that match, in the page and then in its named roots.
export const all = (selector) => [document, ...roots].flatMap((root) => inRoot(root, selector));

// Scripts that have run.
export const RAN = 'script[data-category]:not([type="text/plain"])';

export const shadows = (gate) => {
  const known = new WeakSet();
  const awaited = new WeakSet();
  // After the gate is done with what it looks at now.
  const later = () => Promise.resolve().then(gate.run);
  const observer = new MutationObserver(later);
  const inside = (root) =>
    inRoot(root, HOST).flatMap((host) => {
      if (host.shadowRoot) return [host.shadowRoot, ...inside(host.shadowRoot)];
      if (!awaited.has(host)) {
        awaited.add(host);
        const again = () => WAITS.forEach((wait) => setTimeout(later, wait));
        // One that the page has yet to define has none until then.
        if (host.localName.includes("-")) customElements.whenDefined(host.localName).then(again, () => {});
        else again();
      }
      return [];
    });
  return {
    look() {
      gate.roots = roots = inside(document);
      for (const root of [document, ...roots])
        if (!known.has(root)) {
          known.add(root);
          observer.observe(root, { ...CHANGES, childList: root != document });
          later();
        }
    },
  };
};
