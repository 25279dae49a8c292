// Stands in for a script that needs a choice: it notes that it ran, under the name in its address.
window.__seen.ran.push(new URL(document.currentScript.src).search.slice(1));
