// Stands in for a tag manager: it hears what is in the data layer already and what is pushed later, in that order.
// With `?manager=later` the page does without it until a test adds it.
if (!location.search.includes("manager=later") || document.currentScript.src.endsWith("?now")) {
  const seen = window.__seen;
  const layer = (window.dataLayer ||= []);
  // Only an `arguments` object is a command; Google's tags pass over anything else.
  const hear = (entry) => {
    if (Object.prototype.toString.call(entry) === "[object Arguments]") seen.ran.push([...entry]);
  };
  seen.ran.push("tag manager");
  layer.forEach(hear);
  const push = layer.push;
  layer.push = (...entries) => {
    entries.forEach(hear);
    return push.apply(layer, entries);
  };
}
