// The one thing on a static page that takes a script: to open the print dialog. Without it the hint stays.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.nextElementSibling.hidden = true;
  button.addEventListener("click", () => window.print());
}
