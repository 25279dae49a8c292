// What frames, films, images and links load: their addresses are put in place when they may, and a frame is emptied again.

// The attribute that stands empty while this one has its address.
export const loads = (name) => /^data-(?:council-)?(src|srcset|href|data|poster)$/.exec(name)?.[1];

const OWN = "data-council-sandbox";
// Has a frame keep what it says of its sandbox while another one takes its place: whoever copies the frame copies both.
export const setSandbox = (frame, sandbox) => {
  frame.setAttribute(OWN, frame.getAttribute("sandbox"));
  frame.setAttribute("sandbox", sandbox);
};
// Gives a frame its own sandbox back.
export const restoreSandbox = (frame) => {
  const own = frame.getAttribute(OWN);
  if (own == null) return;
  frame.setAttribute("sandbox", own);
  frame.removeAttribute(OWN);
};

// Shows an element: this once, where the choice does not allow it. Of several addresses the last one counts. A film looks for
// its sources anew.
//
// A frame is taken out meanwhile: WebKit makes a step in the page's history of what a frame that stands in the page is told to
// load, and none of what it loads as it is put in.
export const release = (element) => {
  restoreSandbox(element);
  // Before it is taken out, as WebKit tells of a frame that goes while it stands in the page still, and whoever hears of it may come here.
  const waiting = element.getAttributeNames().filter(loads).map((name) => {
    const value = element.getAttribute(name);
    element.removeAttribute(name);
    return [loads(name), value];
  });
  const { contentWindow, parentNode, nextSibling } = element;
  const isFrame = contentWindow && waiting[0];
  const hadFocus = isFrame && element.getRootNode().activeElement == element;
  if (isFrame) parentNode.removeChild(element);
  for (const [name, value] of waiting) {
    element[name] = value;
    element.closest("video,audio")?.load();
  }
  if (isFrame) parentNode.insertBefore(element, nextSibling);
  if (hadFocus) element.focus({ preventScroll: true });
};

// Put in anew, a frame is empty at once, is no step in the page's history, and takes on what its attributes say now.
export const empty = (frame) => frame.parentNode.insertBefore(frame, frame.nextSibling);
