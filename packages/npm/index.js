// The gate by its own name, and by that of one release.
const GATE = /council-notice(\.[0-9a-f]{8})?\.js/;

/**
 * Inserts the tag of council-notice into the page, unless it is there already. It does nothing else: whatever the tag loads
 * comes from where your notices are published. Importing it does nothing.
 *
 * @param {string} src Address of your `council-notice.js`
 * @param {import("./index.js").TagOptions} [options] The tag's `data-` attributes, as `dataset` names them, and `integrity` of a pinned one
 * @returns {HTMLScriptElement} the tag
 */
export function insertTag(src, { integrity, ...options } = {}) {
  const tag = document.createElement("script");
  tag.async = true;
  for (const [name, value] of Object.entries(options)) {
    if (value !== undefined) tag.dataset[name] = String(value);
  }
  if (integrity !== undefined) {
    tag.integrity = integrity;
    // A browser compares only what the other host lets it read.
    tag.crossOrigin = "anonymous";
  }
  tag.src = src;
  // Of two tags the first one counts.
  const there = [...document.querySelectorAll("script[src]")].find((one) => one.src === tag.src || GATE.test(one.src));
  if (there) return there;
  document.head.append(tag);
  return tag;
}
