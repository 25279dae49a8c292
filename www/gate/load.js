// What frames, images and links load: their addresses are put in place when they may, and a frame is emptied again.

// Shows an element: this once, where the choice does not allow it.
export const release = (element) => {
  for (const name of ["src", "srcset", "href"]) {
    const value = element.dataset[name];
    delete element.dataset[name];
    if (value) element[name] = value;
  }
};

// Put in anew, a frame is empty at once, is no step in the page's history, and takes on what its attributes say now.
export const empty = (frame) => frame.parentNode.insertBefore(frame, frame.nextSibling);
