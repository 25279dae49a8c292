/**
 * Inserts the tag of council-notice into the page, unless it is there already. It does nothing else: whatever the tag loads
 * comes from where your notices are published. Importing it does nothing.
 *
 * @param {string} src Address of your `council-notice.js`
 * @param {import("./index.js").TagOptions} [options] The tag's `data-` attributes, as `dataset` names them
 * @returns {HTMLScriptElement} the tag
 */
export function insertTag(src, options = {}) {
  // Of two tags the first one counts.
  const there = document.querySelector('script[src*="council-notice.js"]');
  if (there) return there;
  const tag = document.createElement("script");
  tag.async = true;
  for (const [name, value] of Object.entries(options)) {
    if (value !== undefined) tag.dataset[name] = String(value);
  }
  tag.src = src;
  document.head.append(tag);
  return tag;
}
