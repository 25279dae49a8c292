// Stands in for a script that needs a choice: it tells the page that it ran, and does nothing else.
// Its address says what it stands for: `gated.js?script` or `gated.js?template`.
{
  const which = new URL(document.currentScript.src).search.slice(1);
  const said = { script: "The script ran (analytics).", template: "The template was shown (marketing)." }[which];
  document.dispatchEvent(new CustomEvent("demo:ran", { detail: said }));
}
