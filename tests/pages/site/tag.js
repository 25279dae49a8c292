// Puts in the tag with the attributes of this page's query: `?service=derby-homes&form=%23form`. `from` is the origin.
{
  const tag = document.createElement("script");
  const query = new URLSearchParams(location.search);
  tag.src = `${query.get("from") ?? ""}/council-notice.js`;
  query.delete("from");
  for (const [name, value] of query) tag.setAttribute(`data-${name}`, value);
  document.head.append(tag);
}
