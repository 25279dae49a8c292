// What a static page can do with a script: open the print dialog, and copy a message. Without one the hint stays, and the
// message can be selected.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.nextElementSibling.hidden = true;
  button.addEventListener("click", () => window.print());
}
for (const button of document.querySelectorAll("[data-copy]")) {
  button.parentNode.hidden = false;
  button.addEventListener("click", async () => {
    const request = button.closest(".request");
    const status = request.querySelector("[role=status]");
    const message = request.querySelector(".message");
    status.textContent = "";
    try {
      await navigator.clipboard.writeText(message.textContent);
      status.textContent = status.dataset.copied;
    } catch {
      getSelection().selectAllChildren(message); // no clipboard for this page
      status.textContent = status.dataset.selected;
    }
  });
}
