// Puts in the tag with the attributes of this page's query: `?service=derby-homes&form=%23form`. `from` is the origin; `plain`
// leaves it out, for how the page is without it.
if (!new URLSearchParams(location.search).has("plain")) {
  const tag = document.createElement("script");
  const query = new URLSearchParams(location.search);
  tag.src = `${query.get("from") ?? ""}/council-notice.js`;
  // What is the page's own: where it comes from, and that somebody asks for the audit.
  for (const name of ["from", "council-notice"]) query.delete(name);
  for (const [name, value] of query) tag.setAttribute(`data-${name}`, value);
  document.head.append(tag);
}
