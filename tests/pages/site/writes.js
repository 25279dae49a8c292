// A gated script from a file that writes into the page, as old tags do.
document.write('<p id="from-file">From a file</p>');
window.__seen.ran.push("file");
