// Whether the bar is to step aside: while somebody types in a low window, with a keyboard over the other half of a phone, in a frame
// that is a few lines high, or zoomed far in. There it would lie over the field.
import { windowHeight } from "./tree.js";

// Pixels from which on a window has room for a field beside the bar.
const LOW = 480;
// What is no field to type in.
const PRESSED = /^(button|submit|reset|checkbox|radio|image|file|range|color|hidden)$/;

const focused = () => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
};

export const isTyping = () => {
  const element = windowHeight() < LOW && focused();
  return !!element && (element.isContentEditable || /^(textarea|select)$/.test(element.localName) || (element.localName == "input" && !PRESSED.test(element.type)));
};
