// Copies the filter by which a page changes colours, on its root or its body, as toolbars for easier reading do. What stands in a
// layer above the page is within neither, and what stands before the body is not within that: it gets what is missing there.
import { style } from "./tree.js";

// What changes colours alone: a page that is blurred while something of its own is open blurs nothing of ours.
const COLOURS = /\b(?:invert|hue-rotate|grayscale|sepia|contrast|saturate)\([^)]*\)/g;

// Returns the filter that an element of ours needs to look as the page does.
export const colourFilter = (isAbove) => {
  const { documentElement: page, body } = document;
  const colours = [isAbove && page, body].flatMap((one) => (one && style(one).filter.match(COLOURS)) || []);
  return colours.join(" ");
};
