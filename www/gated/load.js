// What frames, films, images and links load: their addresses are put in place when they may, and a frame is emptied again.

// The attribute that stands empty while this one has its address.
export const loads = (name) => /^data-(?:council-)?(src|srcset|href|data|poster)$/.exec(name)?.[1];

// Shows an element: this once, where the choice does not allow it. Of several addresses the last one counts. A film looks for
// its sources anew.
export const release = (element) => {
  for (const name of element.getAttributeNames()) {
    const target = loads(name);
    if (target) {
      element[target] = element.getAttribute(name);
      element.removeAttribute(name);
      element.closest("video,audio")?.load();
    }
  }
};

// Put in anew, a frame is empty at once, is no step in the page's history, and takes on what its attributes say now.
export const empty = (frame) => frame.parentNode.insertBefore(frame, frame.nextSibling);
