// What browsers have under names that pages take for things of their own: `var Map = …`, `function Set() …`. A class or a constant of
// the page's stands before the browser's, which the window still has; what a variable has taken the place of is had from an empty
// frame.
import { page } from "../gate/page.js";

const own = (name, works) => {
  try {
    if (works(self[name])) return self[name];
  } catch {} // something of the page's
  const frame = document.createElement("iframe");
  page.append(frame);
  const found = frame.contentWindow[name];
  page.removeChild(frame);
  return found;
};

export const Map = own("Map", (Map) => new Map([[0, 1]]).get(0) == 1);
export const Set = own("Set", (Set) => new Set([0, 0]).size == 1);
